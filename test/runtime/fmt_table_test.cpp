// Package fmt against a table that Go itself wrote: see Inputs/fmt/main.go.
#include "test/runtime/fmt_composite_values.h"
#include "test/runtime/in_goroutine.h"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>
#include <vector>

using namespace mg;

namespace {

fmt_values::Values& values() {
  static fmt_values::Values all;
  if (all.empty()) {
    fmt_values::addIntegers(all);
    fmt_values::addFloats(all);
    fmt_values::addTexts(all);
    fmt_values::addSlices(all);
    fmt_values::addMaps(all);
    fmt_values::addStructs(all);
    fmt_values::addMethods(all);
    // The collector does not see into std::map.
    static Slice<Any> kept;
    for (auto& [name, value] : all)
      kept = append(kept, value);
  }
  return all;
}

std::string unescape(const std::string& text) {
  std::string result;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\') {
      result += text[i];
      continue;
    }
    result += char(std::stoi(text.substr(i + 2, 2), nullptr, 16));
    i += 3;
  }
  return result;
}

std::string escape(String text) {
  std::string result;
  for (Int i = 0; i < text.len; ++i) {
    char hex[8];
    if (text[i] < ' ' || text[i] > '~' || text[i] == '\\') {
      snprintf(hex, sizeof hex, "\\x%02x", text[i]);
      result += hex;
    } else {
      result += char(text[i]);
    }
  }
  return result;
}

// What a wrapping error says about itself, as Inputs/fmt/main.go writes it.
String describeError(Error error) {
  String text = fmt_values::sprintf("%s|%T"_s, toAny(error), toAny(error));
  for (Int i = 0; i < error.tab->type->methodCount; ++i) {
    const Method& method = error.tab->type->methods[i];
    if (method.name != "Unwrap"_s) continue;
    if (method.type->name == "func() error"_s) {
      auto unwrap = reinterpret_cast<Error (*)(void*)>(method.call);
      if (Error inner = unwrap(error.data); inner.tab)
        text = text + "|"_s + inner.tab->Error(inner.data);
    } else {
      auto unwrap = reinterpret_cast<Slice<Error> (*)(void*)>(method.call);
      Slice<Error> all = unwrap(error.data);
      for (Int k = 0; k < all.len; ++k)
        text = text + "|"_s + all[k].tab->Error(all[k].data);
    }
  }
  return text;
}

String apply(char function, const std::string& format, Slice<Any> operands) {
  String text(format.data(), Int(format.size()));
  switch (function) {
  case 'f': return go::fmt::Sprintf(text, operands);
  case 'p': return go::fmt::Sprint(operands);
  case 'l': return go::fmt::Sprintln(operands);
  default: return describeError(go::fmt::Errorf(text, operands));
  }
}

TEST(FmtTable, FormatsAsGoDoes) {
  std::string path = MINIGO_TEST_INPUTS "/fmt_table.txt";
  if (const char* other = getenv("MINIGO_FMT_TABLE")) path = other;
  std::ifstream table(path);
  ASSERT_TRUE(table);
  std::string line;
  std::string names;
  Slice<Any> operands;
  int rows = 0;
  int failures = 0;
  while (std::getline(table, line)) {
    if (line[0] == '@') {
      names = line.substr(1);
      operands = Slice<Any>{};
      std::istringstream list(names);
      for (std::string name; list >> name;) {
        ASSERT_TRUE(values().count(name)) << name;
        operands = append(operands, values()[name]);
      }
      continue;
    }
    size_t tab = line.find('\t');
    ASSERT_NE(tab, std::string::npos) << line;
    ++rows;
    std::string format = unescape(line.substr(1, tab - 1));
    std::string got = escape(apply(line[0], format, operands));
    if (got == line.substr(tab + 1)) continue;
    ADD_FAILURE() << names << ": " << line.substr(0, tab) << "\n  go:  " << line.substr(tab + 1)
                  << "\n  got: " << got;
    if (++failures == 100) FAIL() << "and more";
  }
  EXPECT_GT(rows, 6000);
}

} // namespace
