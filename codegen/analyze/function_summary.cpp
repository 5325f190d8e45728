#include "codegen/analyze/function_summary.h"

#include "codegen/analyze/defer_info.h"
#include "codegen/analyze/escape.h"
#include "frontend/ast/walk.h"

namespace minigo {

namespace {

// ".rc 0:1 2:100:0": a dot, flags, and for each parameter that flows anywhere its number, where it
// gets to in the heap and in each result.
constexpr char kRecovers = 'r', kRecursive = 'c';

// Those that have a name, with their numbers; the receiver is the first.
void forEachParam(const ast::FuncDecl* decl,
                  llvm::function_ref<void(unsigned number, const Var*)> visit) {
  unsigned number = 0;
  auto field = [&](const ast::Field* f) {
    const auto* v = f && f->name ? llvm::dyn_cast_or_null<Var>(f->name->object) : nullptr;
    if (v) visit(number, v);
    ++number;
  };
  field(decl->receiver);
  for (const ast::Field* f : decl->signature->params)
    field(f);
}

bool isGeneric(const ast::FuncDecl* decl) {
  const Signature* s = llvm::cast<Func>(decl->name->object)->signature();
  return !s->typeParams.empty() || !s->receiverTypeParams.empty();
}

// Whether a body says more than its summary: it returns a literal that callers may know, declares a
// type, whose name others must not take, or counts lines anew.
bool isSpecial(const SourceManager& sources, const ast::FuncDecl* decl) {
  bool found = sources.baseOf(decl->body->pos) != sources.baseOf(decl->body->rbrace);
  ast::walk(decl->body, [&](ast::Node* node) {
    found |= llvm::isa<ast::TypeDecl>(node);
    if (const auto* s = llvm::dyn_cast<ast::ReturnStmt>(node))
      found |= s->results.size() == 1 && llvm::isa<ast::FuncLit>(ast::unparen(s->results[0]));
    return !found;
  });
  return found;
}

} // namespace

std::string summarize(const SourceManager& sources, const ast::FuncDecl* decl,
                      const EscapeAnalysis& escapes) {
  if (isGeneric(decl) || isSpecial(sources, decl)) return {};
  std::string text = ".";
  if (DeferInfo::mayRecover(decl)) text += kRecovers;
  if (escapes.isRecursive(decl)) text += kRecursive;
  forEachParam(decl, [&](unsigned number, const Var* v) {
    const ParamFlow flow = escapes.flowOf(v);
    if (flow == ParamFlow()) return;
    text += " " + std::to_string(number) + ":" + std::to_string(flow.heap);
    for (const int result : flow.results)
      text += ":" + std::to_string(result);
  });
  return text;
}

FunctionSummary readSummary(const ast::FuncDecl* decl) {
  FunctionSummary summary;
  llvm::SmallVector<llvm::StringRef, 8> words;
  decl->summary.drop_front().split(words, ' ');
  summary.recovers = words[0].contains(kRecovers);
  summary.isRecursive = words[0].contains(kRecursive);
  llvm::DenseMap<unsigned, const Var*> params;
  forEachParam(decl, [&](unsigned number, const Var* v) { params[number] = v; });
  for (const llvm::StringRef word : llvm::ArrayRef(words).drop_front()) {
    llvm::SmallVector<llvm::StringRef, 4> numbers;
    word.split(numbers, ':');
    unsigned param = 0;
    numbers[0].getAsInteger(10, param);
    ParamFlow& flow = summary.params[params.lookup(param)];
    numbers[1].getAsInteger(10, flow.heap);
    for (const llvm::StringRef number : llvm::ArrayRef(numbers).drop_front(2)) {
      flow.results.push_back(ParamFlow::kNowhere);
      number.getAsInteger(10, flow.results.back());
    }
  }
  return summary;
}

} // namespace minigo
