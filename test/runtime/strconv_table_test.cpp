// Package strconv against a table that Go itself wrote: see Inputs/strconv/main.go.
#include "runtime/strconv/float_format.h"
#include "runtime/strconv/float_parse.h"
#include "test/runtime/in_goroutine.h"

#include <bit>
#include <cstdlib>
#include <fstream>
#include <gtest/gtest.h>
#include <string>
#include <vector>

using namespace mg;

namespace {

std::vector<std::string> fields(const std::string& line) {
  std::vector<std::string> result;
  size_t start = 0;
  for (size_t tab; (tab = line.find('\t', start)) != std::string::npos; start = tab + 1)
    result.push_back(line.substr(start, tab - start));
  result.push_back(line.substr(start));
  return result;
}

std::string toText(String s) {
  return std::string(reinterpret_cast<const char*>(s.ptr), size_t(s.len));
}

void checkParse(const std::vector<std::string>& row) {
  String text(row[1].data(), Int(row[1].size()));
  for (int i = 0; i < 2; ++i) {
    Float64 value;
    ParseStatus status = parseFloat(text, i ? 32 : 64, value);
    EXPECT_EQ(std::to_string(int(status)), row[3 + 2 * i]) << row[1];
    auto bits = i ? std::bit_cast<Uint32>(Float32(value)) : std::bit_cast<Uint64>(value);
    EXPECT_EQ(bits, std::stoul(row[2 + 2 * i], nullptr, 16)) << row[1];
  }
}

void checkFormat(const std::vector<std::string>& row) {
  auto value = std::bit_cast<Float64>(Uint64(std::stoul(row[1], nullptr, 16)));
  Text text;
  formatFloat(text, value, Byte(row[3][0]), std::stoi(row[4]), std::stoi(row[2]));
  EXPECT_EQ(toText(text.view()), row[5]) << "bits " << row[1] << " as " << row[3] << row[4];
}

TEST(StrconvTable, ConvertsAsGoDoes) {
  std::string path = MINIGO_TEST_INPUTS "/strconv_table.txt";
  if (const char* other = getenv("MINIGO_STRCONV_TABLE")) path = other;
  std::ifstream table(path);
  ASSERT_TRUE(table);
  int rows = 0;
  for (std::string line; std::getline(table, line); ++rows) {
    std::vector<std::string> row = fields(line);
    if (row[0] == "P")
      checkParse(row);
    else
      checkFormat(row);
  }
  EXPECT_GT(rows, 3000);
}

} // namespace
