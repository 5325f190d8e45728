#include "codegen/codegen.h"

#include "codegen/analyze/escape.h"
#include "codegen/analyze/function_summary.h"
#include "codegen/cxx/verify.h"
#include "codegen/internal_error.h"
#include "codegen/lower/package.h"
#include "codegen/pipeline.h"
#include "codegen/print/printer.h"

#include "llvm/Support/raw_ostream.h"

namespace minigo {

llvm::StringRef passName(Pass pass) {
  constexpr llvm::StringRef kNames[] = {"lower", "verify", "print"};
  return kNames[size_t(pass)];
}

namespace {

class Pipeline {
public:
  Pipeline(const Program& program, const CodegenOptions& options,
           llvm::ArrayRef<LineOrigin> lineOrigins, llvm::StringRef dumpAfter)
      : program_(program), options_(options), lineOrigins_(lineOrigins), dumpAfter_(dumpAfter) {}

  EmittedFile finish(const cxx::Unit& unit) {
    dump(unit, Pass::Lower);
    SourcePos pos;
    std::string fault = cxx::verify(unit, &pos);
    if (!fault.empty()) internalError(program_.sources, passName(Pass::Verify), pos, fault);
    dump(unit, Pass::Verify);
    print::PrintOptions options;
    options.lineDirectives = options_.lineDirectives && !unit.isHeader;
    options.sources = &program_.sources;
    options.lineOrigins = lineOrigins_;
    EmittedFile file{unit.fileName, print::printUnit(unit, options)};
    if (dumpAfter_ == passName(Pass::Print)) llvm::errs() << file.text;
    return file;
  }

private:
  void dump(const cxx::Unit& unit, Pass pass) {
    if (dumpAfter_ == passName(pass)) llvm::errs() << print::printUnit(unit);
  }

  const Program& program_;
  const CodegenOptions& options_;
  llvm::ArrayRef<LineOrigin> lineOrigins_;
  llvm::StringRef dumpAfter_;
};

} // namespace

EmittedPackage emitPackage(const Program& program, const Package& package,
                           const CodegenOptions& options, llvm::StringRef dumpAfter) {
  Arena arena;
  LoweredPackage lowered = lowerPackage(program, package, options, arena);
  Pipeline pipeline(program, options, lowered.lineOrigins, dumpAfter);
  EmittedPackage emitted;
  if (lowered.header) emitted.files.push_back(pipeline.finish(*lowered.header));
  for (const cxx::Unit& source : lowered.sources)
    emitted.files.push_back(pipeline.finish(source));
  emitted.lineOrigins = std::move(lowered.lineOrigins);
  return emitted;
}

std::vector<std::string> summarizePackage(const Program& program, const Package& package) {
  const VariableUses variables(package);
  const EscapeAnalysis escapes(package, variables);
  std::vector<std::string> summaries;
  for (const ast::File* file : package.files)
    for (const ast::Decl* decl : file->decls)
      if (const auto* function = llvm::dyn_cast<ast::FuncDecl>(decl); function && function->body)
        summaries.push_back(summarize(program.sources, function, escapes));
  return summaries;
}

} // namespace minigo
