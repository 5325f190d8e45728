#include "tools/minigo/doctest/run_example.h"
#include "tools/minigo/builtin_summaries.h"

#include "tools/minigo/child_process.h"
#include "tools/minigo/doctest/compare_output.h"
#include "tools/minigo/driver.h"

#include "frontend/load/import_path.h"

#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

#include <chrono>

namespace minigo::doctest {
namespace {

Outcome failed(const llvm::Twine& what, std::string details = {}) {
  return {Verdict::Fail, what.str(), std::move(details), {}, 0};
}

Outcome passed(const llvm::Twine& what) { return {Verdict::Pass, what.str(), {}, {}, 0}; }

std::string readText(const std::string& file) {
  auto buffer = llvm::MemoryBuffer::getFile(file, /*IsText=*/false,
                                            /*RequiresNullTerminator=*/false);
  return buffer ? (*buffer)->getBuffer().str() : std::string();
}

bool hasLine(llvm::StringRef text, llvm::StringRef wanted) {
  while (!text.empty()) {
    llvm::StringRef line;
    std::tie(line, text) = text.split('\n');
    if (line.trim() == wanted) return true;
  }
  return false;
}

// Whether the document shows that its program fails with `status`.
bool showsFailure(const ExpectedOutput& expected, int status) {
  const llvm::StringRef text = expected.text;
  if (hasLine(text, "exit status " + std::to_string(status))) return true;
  return status == 2 && (text.contains("panic: ") || text.contains("fatal error: "));
}

// The message of an error line without what names its place.
llvm::StringRef withoutPosition(llvm::StringRef line) {
  const size_t at = line.find(": ");
  return line.contains(".go:") && at != llvm::StringRef::npos ? line.drop_front(at + 2) : line;
}

} // namespace

std::string ExampleRunner::absolutePath(llvm::StringRef document) {
  llvm::SmallString<128> path = document;
  llvm::sys::fs::make_absolute(path);
  llvm::sys::path::remove_dots(path, /*remove_dot_dot=*/true);
  return path.str().str();
}

// Errors and tracebacks with the name of the document as the user gave it.
std::string ExampleRunner::withShortName(llvm::StringRef text) const {
  std::string result;
  for (;;) {
    const size_t at = text.find(path_ + ":");
    result += text.take_front(at).str();
    if (at == llvm::StringRef::npos) return result;
    result += document_;
    text = text.drop_front(at + path_.size());
  }
}

Outcome ExampleRunner::run(const Example& example) {
  const auto start = std::chrono::steady_clock::now();
  Outcome outcome = judge(example);
  outcome.details = example.note + outcome.details;
  outcome.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  return outcome;
}

Outcome ExampleRunner::judge(const Example& example) {
  if (!example.problem.empty()) return failed(example.problem);
  if (example.skip) return {Verdict::Skip, "skipped", {}, {}, 0};
  useShared_ = example.share;
  if (example.isFragment) return checkFragment(example);
  const std::string source = lineDirective({path_, example.line}) + example.text;
  if (!example.mustFail && example.isProgram && !example.checkOnly)
    return buildAndRun(example, source);
  const std::string errors = findErrors(source, /*alsoUnused=*/true, nullptr);
  if (example.mustFail) return judgeFailure(example, errors);
  return errors.empty() ? passed("compiles") : failed("does not compile", errors);
}

Outcome ExampleRunner::checkFragment(const Example& example) {
  Fragment fragment(example.text, {path_, example.line});
  std::vector<std::string> imports;
  std::string errors;
  // Fragments leave out imports. Each round adds those that the last one missed.
  for (std::vector<std::string> missing;; missing.clear()) {
    errors = findErrors(fragment.toFile("example", imports, "_"), example.mustFail, &missing);
    if (missing.empty()) break;
    imports.insert(imports.end(), missing.begin(), missing.end());
  }
  if (example.mustFail) return judgeFailure(example, errors);
  if (!errors.empty()) return failed("does not compile", errors);
  Outcome outcome = passed("fragment compiles");
  if (example.output && !example.checkOnly)
    outcome = buildAndRun(example, fragment.toFile("main", imports, "main"));
  if (example.share) shared_.push_back({std::move(fragment), std::move(imports)});
  return outcome;
}

int ExampleRunner::writeFiles(const std::string& source, llvm::StringRef package,
                              std::vector<std::string>& files) {
  const auto write = [&](const std::string& text) {
    files.push_back(workspace_.file("example" + std::to_string(++counter_) + ".go"));
    return writeFile(files.back(), text);
  };
  if (int status = write(source)) return status;
  if (!useShared_) return 0;
  for (const Shared& shared : shared_)
    if (int status = write(shared.fragment.toFile(package, shared.imports, ""))) return status;
  return 0;
}

// Parses and checks a file; returns the errors. Names of packages that were not imported go to
// `missingImports` where that is given.
std::string ExampleRunner::findErrors(const std::string& source, bool alsoUnused,
                                      std::vector<std::string>* missingImports) {
  std::vector<std::string> files;
  const llvm::StringRef package =
      llvm::StringRef(source).contains("package main\n") ? "main" : "example";
  if (writeFiles(source, package, files)) return "minigo: cannot write the example\n";
  Program program;
  Diagnostics diagnostics(program.sources);
  BuiltinSummaries summaries(installLayout(), program.sources);
  FrontendOptions frontend = frontendOptions(options_);
  frontend.summaries = &summaries;
  loadProgram(program, files, frontend, diagnostics);
  std::string errors;
  for (const Diagnostic& diagnostic : diagnostics.sorted()) {
    if (diagnostic.soft && !alsoUnused) continue;
    if (missingImports && diagnostic.kind == diag::UndeclaredName &&
        program.sources.fileAt(diagnostic.pos).path() == files.front()) {
      const llvm::StringRef name = llvm::StringRef(diagnostic.message).rsplit(' ').second;
      const std::string path = standardPackageNamed(name).str();
      if (!path.empty() && !llvm::is_contained(*missingImports, path))
        missingImports->push_back(path);
    }
    const std::string position = diagnostics.positionString(diagnostic.pos);
    errors += (position.empty() ? "" : position + ": ") + diagnostic.message + "\n";
  }
  return withShortName(errors);
}

// The example must be wrong, and in the way that its document says.
Outcome ExampleRunner::judgeFailure(const Example& example, const std::string& errors) const {
  if (errors.empty()) return failed("compiles, but the document says that it does not");
  if (llvm::StringRef(errors).starts_with("minigo: ")) return failed("cannot be judged", errors);
  std::vector<std::string> wanted;
  if (!example.failMessage.empty()) wanted.push_back(example.failMessage);
  llvm::StringRef shown = example.output ? llvm::StringRef(example.output->text) : "";
  while (!shown.empty()) {
    llvm::StringRef line;
    std::tie(line, shown) = shown.split('\n');
    line = withoutPosition(line.trim());
    if (!line.empty() && line != "..." && !line.starts_with("# ")) wanted.push_back(line.str());
  }
  for (const std::string& message : wanted)
    if (!llvm::StringRef(errors).contains(message))
      return failed("fails with other errors than the document says",
                    errors + "want:\n    " + message + "\n");
  return passed("does not compile, as the document says");
}

// The build is a process of its own: whatever happens there is the example's fault alone.
Outcome ExampleRunner::buildAndRun(const Example& example, const std::string& source) {
  std::vector<std::string> files;
  if (writeFiles(source, "main", files)) return failed("cannot write the example");
  const std::string program = workspace_.file("program" + std::to_string(++counter_));
  std::vector<std::string> command = {installLayout().executable, "build",
                                      "-O" + std::to_string(options_.optLevel), "-o", program};
  command.insert(command.end(), files.begin(), files.end());
  ChildOptions build;
  build.outputFile = workspace_.file("build.log");
  if (!runChild(command[0], command, build).ok()) {
    const std::string log = readText(build.outputFile);
    llvm::StringRef errors = log;
    if (errors.starts_with("# ")) errors = errors.split('\n').second;
    return failed("does not compile", withShortName(errors));
  }
  return runProgram(example, program);
}

Outcome ExampleRunner::runProgram(const Example& example, const std::string& program) {
  ChildOptions options;
  options.outputFile = workspace_.file("stdout");
  options.errorFile = workspace_.file("stderr");
  options.noInput = true;
  options.timeLimit = options_.timeout;
  const ChildResult result = runChild(program, {program}, options);
  const std::string standardOutput = readText(options.outputFile);
  const std::string standardError = withShortName(readText(options.errorFile));
  const auto finish = [&](Outcome outcome) {
    outcome.output = standardOutput + standardError;
    return outcome;
  };
  if (result.timedOut)
    return finish(failed("ran longer than " + llvm::Twine(options_.timeout) + "s"));
  if (result.error || result.signal) return finish(failed(result.describe(), standardError));
  const int status = result.exitStatus;
  const bool statusShown = status && example.output && showsFailure(*example.output, status);
  if (status != example.exitStatus.value_or(0) && !(statusShown && !example.exitStatus))
    return finish(failed(status ? result.describe() : "exit status 0", standardError));
  if (!example.output) return finish(passed("ran"));
  std::string printed = standardOutput;
  if (statusShown) {
    printed += standardError;
    const std::string line = "exit status " + std::to_string(status);
    if (hasLine(example.output->text, line)) printed += line + "\n";
  }
  std::string difference = compareOutput(*example.output, printed);
  if (!difference.empty()) return finish(failed("output differs", std::move(difference)));
  return finish(passed("ran, output as shown"));
}

} // namespace minigo::doctest
