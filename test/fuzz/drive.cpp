// Calls a fuzz target with damaged Go files, where there is no libFuzzer to do it.
//
// usage: fuzz_<target> [-runs=N] [-seconds=N] [-seed=N] FILE_OR_DIRECTORY…
//
// Files are the corpus (below directories: those named *.go). Each input is one of them, shortened
// to a few kilobytes, with some damage: bytes, words, tokens, ranges, pieces of another file. The seed is
// printed and repeats a run. An input that crashes the target, or keeps it for ten seconds, is
// written to ./crash-<seed>-<run>.go, and the status is 1.
#include "test/fuzz/target.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/raw_ostream.h"

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <fcntl.h>
#include <random>
#include <string>
#include <unistd.h>
#include <vector>

namespace {

constexpr size_t kLargestInput = 4096;
constexpr unsigned kLongestRun = 10; // seconds

// What a handler must find: it may not allocate.
const char* inputData;
size_t inputSize;
char crashName[64];

void onFault(int signal) {
  const int file = open(crashName, O_WRONLY | O_CREAT | O_TRUNC, 0666);
  ssize_t written = write(file, inputData, inputSize);
  written += write(STDERR_FILENO, crashName, strlen(crashName));
  written += write(STDERR_FILENO, signal == SIGALRM ? ": hangs\n" : ": crashes\n",
                   signal == SIGALRM ? 8 : 10);
  _exit(written < 0 ? 2 : 1);
}

void installHandlers() {
  static char stack[64 << 10]; // an overflow of the stack leaves none to the handler
  stack_t alternate = {};
  alternate.ss_sp = stack;
  alternate.ss_size = sizeof stack;
  sigaltstack(&alternate, nullptr);
  struct sigaction action = {};
  action.sa_handler = onFault;
  action.sa_flags = SA_ONSTACK;
  for (int signal : {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGALRM})
    sigaction(signal, &action, nullptr);
}

class Mutator {
public:
  Mutator(std::vector<std::string> corpus, uint64_t seed)
      : corpus_(std::move(corpus)), random_(seed) {}

  std::string next() {
    std::string input = piece(kLargestInput);
    for (size_t changes = 1 + below(6); changes > 0; --changes)
      damage(input);
    return input;
  }

private:
  size_t below(size_t limit) { return limit ? random_() % limit : 0; }

  // A piece of a file, often the file from its start.
  std::string piece(size_t largest) {
    const std::string& file = corpus_[below(corpus_.size())];
    const size_t begin = below(3) == 0 ? below(file.size()) : 0;
    return file.substr(begin, std::min(largest, file.size() - begin));
  }

  // The word at or behind some place; keywords count as words.
  std::pair<size_t, size_t> word(const std::string& s) {
    auto isLetter = [&](size_t i) { return llvm::isAlnum(s[i]) || s[i] == '_'; };
    size_t begin = below(s.size());
    while (begin < s.size() && !isLetter(begin))
      ++begin;
    while (begin > 0 && begin < s.size() && isLetter(begin - 1))
      --begin;
    size_t end = begin;
    while (end < s.size() && isLetter(end))
      ++end;
    return {begin, end - begin};
  }

  void damage(std::string& s) {
    static constexpr llvm::StringRef kTokens[] = {
        "(",    ")",     "[",    "]",     "{",         "}",     "*",      "&",    "<-",    "...",
        ":=",   "=",     "~",    "|",     ",",         ";",     "\n",     ".",    "func",  "type",
        "var",  "const", "iota", "chan",  "map[",      "[]",    "range",  "for",  "go",    "defer",
        "goto", "L:",    "case", "if",    "interface", "struct", "switch", "T",   "[T any]", "any",
        "nil",  "0x",    "1e99", "1<<63", "'",         "\"",    "`",      "/*",   "//line :1\n",
        "\xff", "\xef\xbb\xbf"};
    const size_t at = below(s.size() + 1), length = below(std::min<size_t>(64, s.size() - at + 1));
    switch (below(12)) {
    case 0:
      if (at < s.size()) s[at] = char(random_());
      break;
    case 1: s.erase(at, length); break;
    case 2: s.insert(at, s.substr(below(s.size()), length)); break;
    case 3: s.insert(at, kTokens[below(std::size(kTokens))]); break;
    case 4: s.insert(at, piece(200)); break;
    case 5: {
      const llvm::StringRef token = kTokens[below(std::size(kTokens))];
      for (size_t n = below(300); n > 0; --n)
        s.insert(at, token);
      break;
    }
    case 6: s.replace(at, length, kTokens[below(std::size(kTokens))]); break;
    default: { // what keeps the syntax comes further
      const auto [from, fromSize] = word(s);
      const std::string other = s.substr(from, fromSize);
      const auto [to, toSize] = word(s);
      s.replace(to, toSize, other);
    }
    }
  }

  std::vector<std::string> corpus_;
  std::mt19937_64 random_;
};

void addFile(std::vector<std::string>& corpus, const std::string& path) {
  if (auto buffer = llvm::MemoryBuffer::getFile(path)) corpus.push_back((*buffer)->getBuffer().str());
}

void addPath(std::vector<std::string>& corpus, const std::string& path) {
  if (!llvm::sys::fs::is_directory(path)) return addFile(corpus, path);
  std::vector<std::string> files;
  std::error_code error;
  for (llvm::sys::fs::recursive_directory_iterator it(path, error), end; it != end && !error;
       it.increment(error))
    if (llvm::StringRef(it->path()).ends_with(".go")) files.push_back(it->path());
  llvm::sort(files); // so that the seed repeats a run
  for (const std::string& file : files)
    addFile(corpus, file);
}

} // namespace

int main(int argc, char** argv) {
  uint64_t runs = UINT64_MAX, seconds = UINT64_MAX, seed = std::random_device()();
  std::vector<std::string> corpus;
  for (int i = 1; i < argc; ++i) {
    llvm::StringRef word = argv[i];
    uint64_t* number = word.consume_front("-runs=")      ? &runs
                       : word.consume_front("-seconds=") ? &seconds
                       : word.consume_front("-seed=")    ? &seed
                                                         : nullptr;
    if (!number)
      addPath(corpus, word.str());
    else if (word.getAsInteger(10, *number))
      corpus.clear(), argc = i;
  }
  if (corpus.empty()) {
    llvm::errs() << "usage: " << argv[0] << " [-runs=N] [-seconds=N] [-seed=N] files or directories\n";
    return 2;
  }
  llvm::outs() << "seed " << seed << ", " << corpus.size() << " files\n";
  llvm::outs().flush();
  installHandlers();
  Mutator mutator(std::move(corpus), seed);
  const time_t begin = time(nullptr);
  uint64_t done = 0;
  for (; done < runs && uint64_t(time(nullptr) - begin) < seconds; ++done) {
    const std::string input = mutator.next();
    inputData = input.data();
    inputSize = input.size();
    snprintf(crashName, sizeof crashName, "crash-%llu-%llu.go", static_cast<unsigned long long>(seed),
             static_cast<unsigned long long>(done));
    alarm(kLongestRun);
    LLVMFuzzerTestOneInput(reinterpret_cast<const uint8_t*>(input.data()), input.size());
    alarm(0);
  }
  llvm::outs() << done << " runs, nothing found\n";
  return 0;
}
