#include "codegen/analyze/escape.h"

#include "codegen/analyze/function_summary.h"

namespace minigo {

using llvm::cast;

struct EscapeAnalysis::Function {
  const ast::FuncDecl* decl = nullptr;
  std::unique_ptr<EscapeBuilder> builder;       // until it is solved
  llvm::DenseMap<const Var*, ParamFlow> params; // those that flow anywhere
  unsigned index = 0, lowest = 0;               // of the search
  bool isDone = false;
  bool isRecursive = false;
};

EscapeAnalysis::Function& EscapeAnalysis::function(const ast::FuncDecl* decl) {
  std::unique_ptr<Function>& entry = functions_[decl];
  if (entry) return *entry;
  entry = std::make_unique<Function>();
  Function& f = *entry; // the map may grow meanwhile
  f.decl = decl;
  if (!decl->summary.empty()) {
    FunctionSummary summary = readSummary(decl);
    f.params = std::move(summary.params);
    f.isRecursive = summary.isRecursive;
    f.isDone = true;
    return f;
  }
  const bool isOwn = cast<Func>(decl->name->object)->package == &package_;
  if (!isOwn) foreignVariables_.add(decl);
  f.builder = std::make_unique<EscapeBuilder>(isOwn ? variables_ : foreignVariables_);
  f.builder->function(decl);
  f.builder->graph.finish();
  visit(f);
  return f;
}

// Tarjan's search for the strongly connected parts of the graph of calls.
void EscapeAnalysis::visit(Function& f) {
  f.index = f.lowest = ++visits_;
  const size_t mark = stack_.size();
  stack_.push_back(&f);
  for (size_t i = 0; i < f.builder->arguments.size(); ++i) {
    const ast::FuncDecl* callee = f.builder->arguments[i].callee;
    if (!callee->body) continue;
    Function& other = function(callee);
    if (!other.isDone) f.lowest = std::min(f.lowest, other.lowest);
  }
  if (f.lowest < f.index) return;
  std::vector<Function*> group(stack_.begin() + long(mark), stack_.end());
  stack_.resize(mark);
  solve(group);
}

// At first nothing flows out of the group's parameters; more and more does, until nothing changes.
void EscapeAnalysis::solve(llvm::ArrayRef<Function*> group) {
  const bool isRecursive =
      group.size() > 1 || llvm::any_of(group[0]->builder->arguments, [&](const ArgumentFlow& flow) {
        return flow.callee == group[0]->decl;
      });
  bool changes = true;
  while (changes) {
    changes = false;
    for (Function* f : group)
      changes |= solveOnce(*f);
    changes &= isRecursive;
  }
  for (Function* f : group) {
    f->isRecursive = isRecursive;
    record(*f);
    f->builder.reset();
    f->isDone = true;
  }
}

bool EscapeAnalysis::solveOnce(Function& f) {
  EscapeGraph& graph = f.builder->graph;
  graph.restart();
  for (const ArgumentFlow& argument : f.builder->arguments) {
    ParamFlow flow = flowOf(argument.callee, argument.param);
    if (flow.heap != ParamFlow::kNowhere)
      graph.flow(EscapeGraph::kHeap, argument.argument, flow.heap);
    for (size_t i = 0; i < flow.results.size(); ++i) {
      if (flow.result(i) == ParamFlow::kNowhere) continue;
      if (argument.held != EscapeGraph::kNone)
        graph.flow(argument.held, argument.argument, flow.result(i));
      if (i < argument.into.size() && argument.into[i].to != EscapeGraph::kNone)
        graph.flow(argument.into[i].to, argument.argument,
                   argument.into[i].derefs + flow.result(i));
    }
  }
  graph.solve();
  bool changes = false;
  for (const EscapeGraph::Location& l : graph.locations()) {
    if (!l.isParam || l.flow == ParamFlow()) continue;
    ParamFlow& known = f.params[l.var];
    changes |= known != l.flow;
    known = l.flow;
  }
  return changes;
}

ParamFlow EscapeAnalysis::flowOf(const ast::FuncDecl* callee, const Var* param) {
  ParamFlow flow;
  if (callee->body) return param ? functions_[callee]->params.lookup(param) : flow;
  if (callee->isNoescape) return flow;
  // Code that is not Go. The runtime's keeps nothing of the slice of variadic arguments, and its
  // atomic operations no address that they work on.
  flow.heap = 0;
  auto* object = cast<Func>(callee->name->object);
  if (!param || !object->package) return flow;
  const auto& params = callee->signature->params;
  auto isParam = [&](const ast::Field* field) {
    return field->name && field->name->object == param;
  };
  if (object->package->builtin && object->signature()->variadic && isParam(params.back()))
    flow.heap = 1;
  if (object->package->path == "sync/atomic" && !params.empty() && isParam(params.front()))
    flow.heap = ParamFlow::kNowhere;
  return flow;
}

void EscapeAnalysis::record(const Function& f) {
  const bool isOwn = !f.decl || cast<Func>(f.decl->name->object)->package == &package_;
  for (const EscapeGraph::Location& l : f.builder->graph.locations()) {
    if (l.var && l.escapes) heapVars_.insert(l.var);
    if (l.site && l.isBox) (l.escapes ? heapBoxes_ : boxes_).insert(l.site);
    if (l.site && !l.isBox) (l.escapes ? heapSites_ : sites_).insert(l.site);
    if (isOwn && l.isParam) paramFlows_[l.var] = l.flow;
  }
}

EscapeAnalysis::EscapeAnalysis(const Package& package, const VariableUses& variables)
    : variables_(variables), package_(package) {
  for (const ast::FuncDecl* decl : package.functions)
    if (decl->body) function(decl);
  for (const Initializer& init : package.initOrder) {
    Function f;
    f.builder = std::make_unique<EscapeBuilder>(variables_);
    f.builder->initializer(init.rhs);
    f.builder->graph.finish();
    f.decl = nullptr;
    visit(f);
  }
}

bool EscapeAnalysis::isRecursive(const ast::FuncDecl* decl) const {
  auto found = functions_.find(decl);
  return found == functions_.end() || found->second->isRecursive;
}

EscapeAnalysis::~EscapeAnalysis() = default;

} // namespace minigo
