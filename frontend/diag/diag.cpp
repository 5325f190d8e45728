#include "frontend/diag/diag.h"

#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/JSON.h"

#include <tuple>

namespace minigo {

namespace diag {
namespace {
struct Entry {
  const char* name;
  const char* format;
};
constexpr Entry kEntries[] = {
#define DIAG(Name, Format) {#Name, Format},
#include "frontend/diag/kinds.def"
};
} // namespace

const char* name(Kind kind) { return kEntries[kind].name; }
const char* format(Kind kind) { return kEntries[kind].format; }

bool isLoadError(Kind kind) {
  switch (kind) {
#define DIAG(Name, Format) case Name:
#include "frontend/diag/load_kinds.def"
#undef DIAG
    return true;
  default: return false;
  }
}
} // namespace diag

namespace {

bool isSoft(diag::Kind kind) { return llvm::StringRef(diag::name(kind)).starts_with("Unused"); }

// Such a message does not begin with these words: "cannot use invalid operand as …".
bool isFollowUp(llvm::StringRef message) {
  auto inside = [message](llvm::StringRef words) {
    size_t at = message.find(words);
    return at != llvm::StringRef::npos && at > 0;
  };
  return inside("invalid operand") || inside("invalid type");
}

} // namespace

bool Diagnostics::sameLine(SourcePos a, SourcePos b) const {
  if (!a.isValid() || !b.isValid()) return a == b;
  Position p = sources_.position(a), q = sources_.position(b);
  return p.line == q.line && p.file == q.file;
}

void Diagnostics::add(SourcePos pos, diag::Kind kind, std::string message) {
  if (llvm::StringRef(message).starts_with("syntax error")) {
    if (lastSyntaxError_.isValid() && sameLine(lastSyntaxError_, pos)) return;
    lastSyntaxError_ = pos;
  } else if (!all_.empty()) {
    if (isFollowUp(message)) return;
    const Diagnostic& last = all_.back();
    if (last.message == message && sameLine(last.pos, pos)) return;
  }
  all_.push_back(Diagnostic{kind, pos, std::move(message), isSoft(kind)});
}

std::vector<Diagnostic> Diagnostics::sorted(llvm::ArrayRef<Diagnostic> part) const {
  // gc numbers files, and the stretches of text behind //line directives, as it first reports
  // something in them.
  llvm::DenseMap<SourcePos, size_t> order;
  struct Entry {
    size_t base;
    const Diagnostic* diagnostic;
  };
  std::vector<Entry> entries;
  for (const Diagnostic& d : part) {
    SourcePos base = d.pos.isValid() ? sources_.baseOf(d.pos) : SourcePos();
    size_t next = order.size();
    entries.push_back({order.try_emplace(base, next).first->second, &d});
  }
  // The go command's stay in the order in which it finds them.
  const auto isLoadError = [](const Diagnostic& d) { return diag::isLoadError(d.kind); };
  // Those of one place stay in the order of report, which is that of their addresses.
  if (!llvm::all_of(part, isLoadError))
    llvm::sort(entries, [](const Entry& a, const Entry& b) {
      return std::tuple(a.base, a.diagnostic->pos, a.diagnostic) <
             std::tuple(b.base, b.diagnostic->pos, b.diagnostic);
    });
  std::vector<Diagnostic> result;
  for (const Entry& entry : entries) {
    const Diagnostic& d = *entry.diagnostic;
    if (result.empty() || result.back().pos != d.pos || result.back().message != d.message)
      result.push_back(d);
  }
  return result;
}

bool Diagnostics::areLoadErrors() const {
  return !all_.empty() &&
         llvm::all_of(all_, [](const Diagnostic& d) { return diag::isLoadError(d.kind); });
}

std::string Diagnostics::positionString(SourcePos pos) const {
  return pos.isValid() ? sources_.position(pos).toString() : std::string();
}

void Diagnostics::forEachPackage(PartHandler handle) const {
  llvm::ArrayRef<Diagnostic> all = all_;
  size_t first = packages_.empty() ? all.size() : packages_.front().first;
  handle(all.take_front(first), "");
  for (size_t i = 0; i < packages_.size(); ++i) {
    first = packages_[i].first;
    size_t end = i + 1 < packages_.size() ? packages_[i + 1].first : all.size();
    handle(all.slice(first, end - first), packages_[i].name);
  }
}

void Diagnostics::print(llvm::raw_ostream& os, unsigned limit) const {
  forEachPackage([&](llvm::ArrayRef<Diagnostic> part, llvm::StringRef package) {
    printPart(os, part, package, limit);
  });
}

void Diagnostics::printJson(llvm::raw_ostream& os) const {
  forEachPackage([&](llvm::ArrayRef<Diagnostic> part, llvm::StringRef package) {
    for (const Diagnostic& d : sorted(part)) {
      llvm::json::OStream json(os);
      json.object([&] {
        if (!package.empty()) json.attribute("package", llvm::json::fixUTF8(package));
        if (d.pos.isValid()) {
          Position position = sources_.position(d.pos);
          json.attribute("file", llvm::json::fixUTF8(position.file));
          json.attribute("line", position.line);
          if (position.column != 0) json.attribute("column", position.column);
        }
        json.attribute("kind", diag::name(d.kind));
        json.attribute("message", llvm::json::fixUTF8(d.message));
        if (d.soft) json.attribute("soft", true);
      });
      os << '\n';
    }
  });
}

void Diagnostics::printPart(llvm::raw_ostream& os, llvm::ArrayRef<Diagnostic> part,
                            llvm::StringRef package, unsigned limit) const {
  auto isLoadError = [](const Diagnostic& d) { return diag::isLoadError(d.kind); };
  if (!package.empty() && !llvm::all_of(part, isLoadError)) os << "# " << package << '\n';
  auto prefix = [&](SourcePos pos, bool loadError = false) -> llvm::raw_ostream& {
    std::string place = positionString(pos);
    llvm::StringRef shown = place;
    if (loadError) shown.consume_front("./");
    if (pos.isValid()) os << shown << ": ";
    return os;
  };
  bool tooMany = limit != 0 && part.size() >= limit;
  for (const Diagnostic& d : sorted(tooMany ? part.take_front(limit) : part))
    prefix(d.pos, isLoadError(d)) << d.message << '\n';
  if (tooMany) prefix(part[limit - 1].pos) << "too many errors\n";
}

} // namespace minigo
