#include "codegen/lower/shards.h"
#include "codegen/codegen.h"
#include "codegen/names/mangle.h"
#include "frontend/ast/walk.h"

#include "llvm/Support/Path.h"
#include "llvm/Support/xxhash.h"

namespace minigo {

namespace {

// How much code a function is.
unsigned sizeOf(const ast::FuncDecl* decl) {
  unsigned nodes = 0;
  if (decl->body) ast::walk(decl->body, [&](ast::Node*) { return ++nodes; });
  return nodes;
}

// Smaller packages are not split.
constexpr unsigned kLeastShards = 6;

// One function in `kOneIn` is a good first one.
constexpr unsigned kOneIn = 4;

bool isGoodStart(llvm::StringRef name) { return llvm::xxh3_64bits(name) % kOneIn == 0; }

} // namespace

Shards::Shards(const Program& program, const Package& package, PackageNames& names, unsigned size)
    : stem_(packageFileStem(package)) {
  if (!size) return;
  uint32_t openFile = 0; // of the function before
  unsigned open = 0;     // size of the shard so far
  unsigned all = 0;
  for (const ast::FuncDecl* decl : package.functions) {
    const SourceFile& file = program.sources.fileAt(decl->pos);
    const bool opensFile = file.begin().offset != openFile;
    openFile = file.begin().offset;
    llvm::StringRef name = names.of(llvm::cast<Func>(decl->name->object)).text();
    // Small files stay together.
    const bool isEnd =
        open >= size * 2 || (open >= size && isGoodStart(name)) || (opensFile && open >= size / 2);
    if (starts_.empty() || isEnd) {
      std::string stem = stem_ + "." + mangleImportPath(llvm::sys::path::stem(file.name()));
      if (!opensFile) stem += "." + name.str();
      starts_.push_back({opensFile ? file.begin() : ast::startPos(decl), stem,
                         opensFile ? llvm::StringRef() : name});
      open = 0;
    }
    const unsigned own = sizeOf(decl);
    open += own;
    all += own;
  }
  if (all < size * kLeastShards) starts_.clear();
}

unsigned Shards::of(SourcePos pos) const {
  if (!isSplit() || !pos.isValid()) return 0;
  auto after = llvm::upper_bound(starts_, pos.offset, [](uint32_t offset, const Start& start) {
    return offset < start.pos.offset;
  });
  return after == starts_.begin() ? 1 : unsigned(after - starts_.begin());
}

std::vector<LineOrigin> Shards::lineOrigins(const SourceManager& sources) const {
  std::vector<LineOrigin> origins;
  if (!isSplit()) return origins;
  for (const Start& start : starts_) {
    if (start.function.empty()) continue;
    const SourceFile& file = sources.fileAt(start.pos);
    // Directives count lines in their own way; a name with a line break would not survive the way.
    const SourcePos end = file.at(uint32_t(file.text().size()));
    if (sources.baseOf(end).offset != file.begin().offset || file.recordedPath().contains('\n'))
      continue;
    origins.push_back({start.pos, sources.position(start.pos).line, file.recordedPath().str(),
                       (file.recordedPath() + "#" + start.function).str()});
  }
  return origins;
}

} // namespace minigo
