// How outcomes are told: to people, as JSON, as JUnit XML.
#pragma once

#include "tools/minigo/doctest/run_example.h"

#include <vector>

namespace minigo::doctest {

struct Result {
  std::string document;
  unsigned line;
  Outcome outcome;
};

class Report {
public:
  Report(bool verbose, bool json) : verbose_(verbose), json_(json) {}

  // Shows on a terminal which example runs now.
  void begin(const std::string& document, unsigned line);
  void add(Result result);
  // Prints the summary. Returns the exit status of the command.
  int finish();
  bool isEmpty() const { return results_.empty(); }
  // The results as JUnit XML, for continuous integration.
  std::string junit() const;

private:
  void clearProgress();
  size_t count(Verdict verdict) const;

  bool verbose_, json_;
  bool progressShown_ = false;
  std::vector<Result> results_;
};

} // namespace minigo::doctest
