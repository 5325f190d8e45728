// The examples of a document: its Go blocks, with what the text around them expects.
//
// What a reader sees decides as far as it can: a block with a package clause is a program, another
// one a fragment; a block behind a program that is called its output is compared. The rest is said
// with words behind ```go, or in a comment above the fence, which readers do not see:
//
//   <!-- doctest: fail="undefined: x" -->
//
//   skip        the block is not looked at
//   check       the program is compiled but not run
//   fail        the block must not compile; fail="text": an error must contain the text
//   exit=N      the program must end with this status
//   unordered   lines of output may come in any order
//   share       the declarations can be used by later blocks with the same word
#pragma once

#include "tools/minigo/doctest/markdown.h"

#include <optional>

namespace minigo::doctest {

struct ExpectedOutput {
  std::string text;
  bool unordered = false;
};

struct Example {
  unsigned line = 0; // of the block's text
  std::string text;
  bool isFragment = false; // it has no package clause
  bool isProgram = false;  // it is of package main
  bool skip = false;
  bool checkOnly = false;
  bool share = false;
  bool mustFail = false;
  std::string failMessage; // empty: any error will do
  std::optional<int> exitStatus;
  std::optional<ExpectedOutput> output;
  std::string problem; // what is wrong with its words, or empty
  std::string note;    // about words that mean nothing, or empty
};

std::vector<Example> findExamples(llvm::StringRef document);

} // namespace minigo::doctest
