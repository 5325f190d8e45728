#include "codegen/internal_error.h"

#include "llvm/Support/ErrorHandling.h"

namespace minigo {

void internalError(const SourceManager& sources, llvm::StringRef pass, SourcePos pos,
                   const llvm::Twine& what) {
  std::string where;
  if (pos.isValid()) {
    Position p = sources.position(pos);
    where = (llvm::Twine(p.file) + ":" + llvm::Twine(p.line) + ":" + llvm::Twine(p.column) + ": ")
                .str();
  }
  llvm::report_fatal_error(llvm::Twine(where) + "minigo: internal error in pass " + pass + ": " +
                               what + "; please report this",
                           /*gen_crash_diag=*/false);
}

} // namespace minigo
