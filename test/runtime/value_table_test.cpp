// Conversions, complex division, append's growth and UTF-8 against a table that Go itself wrote:
// see Inputs/value/main.go.
#include "minigo/minigo.h"
#include "test/runtime/in_goroutine.h"

#include <bit>
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>
#include <string>
#include <vector>

using namespace mg;

namespace {

Uint64 bitsOf(Float64 f) { return f != f ? 0x7ff8000000000001 : std::bit_cast<Uint64>(f); }

struct Row {
  std::string text;
  std::vector<std::string> fields;

  Uint64 hex(size_t i) const { return std::stoul(fields[i], nullptr, 16); }
  Int number(size_t i) const { return std::stol(fields[i]); }
  Float64 f64(size_t i) const { return std::bit_cast<Float64>(hex(i)); }
};

template <class F>
void checkConversions(const Row& row, F f) {
  EXPECT_EQ(Uint8(convert<Int8>(f)), row.hex(2)) << row.text;
  EXPECT_EQ(Uint16(convert<Int16>(f)), row.hex(3)) << row.text;
  EXPECT_EQ(Uint32(convert<Int32>(f)), row.hex(4)) << row.text;
  EXPECT_EQ(Uint64(convert<Int64>(f)), row.hex(5)) << row.text;
  EXPECT_EQ(convert<Uint8>(f), row.hex(6)) << row.text;
  EXPECT_EQ(convert<Uint16>(f), row.hex(7)) << row.text;
  EXPECT_EQ(convert<Uint32>(f), row.hex(8)) << row.text;
  EXPECT_EQ(convert<Uint64>(f), row.hex(9)) << row.text;
}

void checkDivision(const Row& row) {
  Complex128 q = Complex128{row.f64(1), row.f64(2)} / Complex128{row.f64(3), row.f64(4)};
  EXPECT_EQ(bitsOf(q.re), row.hex(5)) << row.text;
  EXPECT_EQ(bitsOf(q.im), row.hex(6)) << row.text;
}

void checkGrowth(const Row& row) {
  ElemLayout elem{Uintptr(row.number(1)), row.number(2) == 0};
  RawSlice old = makeRawSlice(row.number(3), row.number(4), elem);
  Int newLen = old.len + row.number(5);
  Int cap = newLen > old.cap ? growSlice(old, newLen, elem).cap : old.cap;
  EXPECT_EQ(cap, row.number(6)) << row.text;
}

void checkRunes(const Row& row) {
  std::string bytes;
  for (size_t i = 0; i < row.fields[1].size(); i += 2)
    bytes += char(std::stoi(row.fields[1].substr(i, 2), nullptr, 16));
  String s(bytes.data(), Int(bytes.size()));
  Slice<Rune> runes = toRunes(s);
  size_t field = 2;
  Int count = 0;
  for (Int i = 0; i < s.len; ++count) {
    auto [rune, width] = decodeRune(s, i);
    ASSERT_LT(field + 1, row.fields.size()) << row.text;
    EXPECT_EQ(i, row.number(field++)) << row.text;
    EXPECT_EQ(rune, row.number(field++)) << row.text;
    EXPECT_EQ(runes[count], rune);
    i += width;
  }
  EXPECT_EQ(field, row.fields.size()) << row.text;
  EXPECT_EQ(count, runes.len);
}

void checkCapacities(const Row& row) {
  std::string text(size_t(row.number(1)), 'x');
  String s(text.data(), Int(text.size()));
  EXPECT_EQ(toBytes(s).cap, row.number(2)) << row.text;
  EXPECT_EQ(toRunes(s).cap, row.number(3)) << row.text;
}

void check(const Row& row) {
  switch (row.fields[0][0]) {
  case 'C': return checkConversions(row, row.f64(1));
  case 'c': return checkConversions(row, std::bit_cast<Float32>(Uint32(row.hex(1))));
  case '/': return checkDivision(row);
  case 'G': return checkGrowth(row);
  case 'U': return checkRunes(row);
  case 'B': return checkCapacities(row);
  case 'M':
    EXPECT_EQ(bitsOf(mg::min(row.f64(1), row.f64(2))), row.hex(3)) << row.text;
    EXPECT_EQ(bitsOf(mg::max(row.f64(1), row.f64(2))), row.hex(4)) << row.text;
    return;
  default: FAIL() << row.text;
  }
}

TEST(ValueTable, GivesWhatGoGives) {
  std::ifstream table(MINIGO_TEST_INPUTS "/value_table.txt");
  ASSERT_TRUE(table);
  int rows = 0;
  for (Row row; std::getline(table, row.text); ++rows) {
    row.fields.clear();
    std::istringstream words(row.text);
    for (std::string word; words >> word;)
      row.fields.push_back(word);
    check(row);
  }
  EXPECT_GT(rows, 1500);
}

} // namespace
