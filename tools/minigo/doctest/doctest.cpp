// minigo doctest: compiles and runs the Go examples of Markdown documents.
#include "tools/minigo/doctest/report.h"
#include "tools/minigo/driver.h"
#include "tools/minigo/errors.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/raw_ostream.h"

namespace minigo {

static int testDocument(const Options& options, const std::string& document,
                        doctest::Report& report) {
  auto buffer = llvm::MemoryBuffer::getFile(document);
  if (!buffer) return failOnFile("open", document, buffer.getError());
  Workspace workspace;
  if (int status = workspace.create()) return status;
  if (options.keepWork) {
    llvm::errs() << "WORK=" << workspace.directory() << '\n';
    workspace.keep();
  }
  doctest::ExampleRunner runner(options, document, workspace);
  for (const doctest::Example& example : doctest::findExamples((*buffer)->getBuffer())) {
    report.begin(document, example.line);
    report.add({document, example.line, runner.run(example)});
  }
  return 0;
}

int doctestCommand(Arguments args) {
  Options options;
  if (int status = readOptions(kDoctest, args, options)) return status;
  doctest::Report report(options.verbose, options.json);
  for (const std::string& document : options.files)
    if (int status = testDocument(options, document, report)) return status;
  int status = report.finish();
  if (report.isEmpty())
    status = fail("no Go examples in " + llvm::join(options.files, ", ") +
                  ": they are blocks that begin with ```go or ~~~go");
  if (options.junit.empty()) return status;
  const int written = replaceFile(options.junit, report.junit());
  return status ? status : written;
}

} // namespace minigo
