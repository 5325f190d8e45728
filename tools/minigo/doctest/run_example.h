// Compiles and runs the examples of one document.
#pragma once

#include "tools/minigo/command_line.h"
#include "tools/minigo/doctest/example.h"
#include "tools/minigo/doctest/fragment.h"
#include "tools/minigo/workspace.h"

namespace minigo::doctest {

enum class Verdict { Pass, Fail, Skip };

struct Outcome {
  Verdict verdict = Verdict::Pass;
  std::string what;    // "ran", "checked", "does not compile, as said"; or what is wrong
  std::string details; // compile errors, outputs; lines
  std::string output;  // what the program printed
  double seconds = 0;
};

class ExampleRunner {
public:
  ExampleRunner(const Options& options, llvm::StringRef document, Workspace& workspace)
      : options_(options), document_(document), path_(absolutePath(document)),
        workspace_(workspace) {}

  // Examples must come in the order of the document: earlier ones may share declarations.
  Outcome run(const Example& example);

private:
  struct Shared {
    Fragment fragment;
    std::vector<std::string> imports;
  };
  static std::string absolutePath(llvm::StringRef document);
  std::string withShortName(llvm::StringRef text) const;
  Outcome judge(const Example& example);
  Outcome checkFragment(const Example& example);
  Outcome buildAndRun(const Example& example, const std::string& source);
  Outcome runProgram(const Example& example, const std::string& program);
  Outcome judgeFailure(const Example& example, const std::string& errors) const;
  std::string findErrors(const std::string& source, bool alsoUnused,
                         std::vector<std::string>* missingImports);
  int writeFiles(const std::string& source, llvm::StringRef package,
                 std::vector<std::string>& files);

  const Options& options_;
  std::string document_; // as the user names it
  std::string path_;     // as the examples name it
  Workspace& workspace_;
  std::vector<Shared> shared_;
  bool useShared_ = false; // by the example at work
  unsigned counter_ = 0;   // of files
};

} // namespace minigo::doctest
