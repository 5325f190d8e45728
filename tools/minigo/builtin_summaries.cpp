#include "tools/minigo/builtin_summaries.h"

#include "tools/minigo/cache.h"
#include "tools/minigo/driver.h"

#include "codegen/codegen.h"

#include "llvm/Support/MemoryBuffer.h"

namespace minigo {
namespace {

std::string fileFor(const InstallLayout& layout, const Package& package) {
  return layout.generatedDir + "/go/" + packageFileStem(package) + ".summary";
}

// What the summaries are about, the first line of their file.
std::string keyOf(const SourceManager& sources, const Package& package) {
  KeyBuilder key("builtin");
  for (const ast::File* file : package.files)
    key.add(sources.fileAt(file->pos).text());
  return key.key();
}

} // namespace

std::optional<std::vector<std::string>> BuiltinSummaries::find(const Package& package,
                                                               llvm::ArrayRef<const Package*>) {
  if (!package.builtin) return std::nullopt;
  auto buffer = llvm::MemoryBuffer::getFile(fileFor(layout_, package));
  if (!buffer) return std::nullopt;
  auto [key, text] = (*buffer)->getBuffer().split('\n');
  if (key != keyOf(sources_, package)) return std::nullopt;
  std::vector<std::string> summaries;
  while (!text.empty()) {
    llvm::StringRef line;
    std::tie(line, text) = text.split('\n');
    summaries.push_back(line.str());
  }
  return summaries;
}

int BuiltinSummaries::write(const InstallLayout& layout, const Program& program,
                            const Package& package) {
  std::string text = keyOf(program.sources, package) + "\n";
  for (const std::string& summary : summarizePackage(program, package))
    text += summary + "\n";
  return writeFile(fileFor(layout, package), text);
}

} // namespace minigo
