// Parses the files named on its command line, or, one a line, on standard input if there are none;
// prints each syntax error and, at the end, the speed. For developers: minigo_parse_files
// --repeat=3 <list.
#include "grammar/parser.h"
#include "grammar/scanner.h"

#include <algorithm>
#include <chrono>
#include <cstring>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>

namespace {

using namespace minigo::grammar;

struct Reporter : ScanHandler, SyntaxErrorHandler {
  std::string path;
  std::string_view text;
  unsigned errors = 0;

  bool isLetter(char32_t) override { return true; }
  bool isDigit(char32_t) override { return false; }
  void lexError(LexError error, uint32_t offset, char32_t) override {
    print(offset, "lexical error " + std::to_string(static_cast<int>(error)));
  }
  void syntaxError(const SyntaxErrorSite& site) override {
    print(site.token.offset, "unexpected '" + std::string(site.tree.textOf(site.token)) +
                                 "' in rule " +
                                 std::to_string(static_cast<int>(site.open.back().kind)));
  }
  void nestingTooDeep(const ParseTree&, const Node& token) override {
    print(token.offset, "nested too deeply");
  }
  void print(uint32_t offset, const std::string& message) {
    ++errors;
    std::cout << path << ":" << std::count(text.begin(), text.begin() + offset, '\n') + 1 << ": "
              << message << "\n";
  }
};

struct Totals {
  size_t files = 0, wrong = 0, lines = 0, bytes = 0, tokens = 0, nodes = 0;
  std::chrono::duration<double> scanning{}, parsing{};
};

void parseFile(const std::string& path, int repeat, ParseTree& tree, Totals& totals) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream content;
  content << in.rdbuf();
  std::string text = content.str();
  Reporter reporter;
  reporter.path = path;
  reporter.text = tree.text = text;
  for (int i = 0; i < repeat; ++i) {
    auto begin = std::chrono::steady_clock::now();
    scan(tree, reporter);
    auto middle = std::chrono::steady_clock::now();
    parse(tree, reporter);
    totals.scanning += middle - begin;
    totals.parsing += std::chrono::steady_clock::now() - middle;
    totals.lines += static_cast<size_t>(std::count(text.begin(), text.end(), '\n'));
    totals.bytes += text.size();
    totals.tokens += tree.tokenCount;
    totals.nodes += tree.nodes.size();
  }
  ++totals.files;
  totals.wrong += reporter.errors != 0;
}

} // namespace

int main(int argc, char** argv) {
  int repeat = 1;
  std::vector<std::string> paths;
  for (int i = 1; i < argc; ++i) {
    if (std::strncmp(argv[i], "--repeat=", 9) == 0)
      repeat = std::max(1, std::atoi(argv[i] + 9));
    else
      paths.push_back(argv[i]);
  }
  if (paths.empty())
    for (std::string line; std::getline(std::cin, line);)
      paths.push_back(line);
  Totals totals;
  ParseTree tree;
  for (const std::string& path : paths)
    parseFile(path, repeat, tree, totals);
  double seconds = totals.scanning.count() + totals.parsing.count();
  std::cout << totals.files << " files, " << totals.wrong << " with errors, " << totals.lines
            << " lines, " << totals.bytes << " bytes, " << totals.tokens << " tokens, "
            << totals.nodes << " nodes\n"
            << "scanning " << totals.scanning.count() << " s, parsing " << totals.parsing.count()
            << " s, " << static_cast<size_t>(static_cast<double>(totals.lines) / seconds)
            << " lines/s\n";
  return totals.wrong == 0 ? 0 : 1;
}
