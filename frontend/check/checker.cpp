// The course of a check, the queue of delayed actions and scopes.
#include "frontend/check/checker.h"

#include "frontend/check/directives.h"
#include "frontend/check/labels.h"
#include "frontend/source/stack.h"

namespace minigo {

using namespace ast;

Checker::Checker(Program& program, Package& package, Importer importer, Diagnostics& diags)
    : program_(program), package_(package), importer_(importer), diags_(diags),
      types_(*program.types) {}

// Of the stack, for what does not count its depth.
static constexpr uintptr_t kReserve = 512 * 1024;

bool Checker::deep(At at) {
  if (reinterpret_cast<uintptr_t>(__builtin_frame_address(0)) > stackLimit_) return false;
  error(at, diag::NestedTooDeeply);
  return true;
}

void Checker::setUp() {
  stackLimit_ = currentStack().lowest + kReserve;
  types_.resolver = this;
  types_.typeSetErrors = this;
  types_.package = &package_;
  package_.scope = newScope(universe().scope);
  indexInstances();
  GoVersion version = parseGoVersion(package_.goVersion);
  if (version.isSet() && !kNewestGo.atLeast(version) && !package_.files.empty())
    error(package_.files.front()->pos, diag::PackageTooNew, version.str(), kNewestGo.str());
  for (File* file : package_.files) {
    files_[&diags_.sources().fileAt(file->pos)] = file;
    llvm::StringRef name = file->packageName->name;
    if (package_.name.empty()) package_.name = name;
    if (name == "_") error(file->packageName, diag::BlankPackageName);
    GoVersion own = parseGoVersion(file->goVersion);
    if (own.isSet() && !kNewestGo.atLeast(own))
      error(file->packageName, diag::FileTooNew, own.str());
  }
}

bool Checker::run() {
  setUp();
  checkEverything();
  types_.resolver = nullptr;
  types_.typeSetErrors = nullptr;
  types_.package = nullptr;
  package_.complete = !failed_;
  return !failed_;
}

void Checker::checkEverything() {
  if (!checkBranches(package_.files, diags_, broken_)) failed_ = true;
  if (!checkPlacesOfDirectives(package_, /*hasSyntaxErrors=*/false, diags_)) failed_ = true;
  collectObjects();
  directCycles();
  packageObjects();
  processDelayed(0);
  initOrder();
  if (!isSummarized_) unusedImports();
  if (failed_) return;
  checkInstanceLoops();
  if (!failed_) checkInterfaceCycles();
  if (!failed_) checkBackEnd();
  if (!failed_) recordVariableFacts();
}

void Checker::later(llvm::unique_function<void()> action) {
  delayed_.push_back(Action{env_.version, std::move(action)});
}

void Checker::processDelayed(size_t from) {
  GoVersion saved = env_.version;
  for (size_t i = from; i < delayed_.size(); ++i) { // actions may add others
    env_.version = delayed_[i].version;
    llvm::unique_function<void()> run = std::move(delayed_[i].run);
    run();
  }
  delayed_.resize(from);
  env_.version = saved;
}

Scope* Checker::newScope(Scope* parent, bool isFunction) {
  return &program_.scopes.emplace_back(parent, isFunction);
}

void Checker::openScope(bool isFunction) {
  env_.scope = newScope(env_.scope, isFunction);
  if (!isFunction) env_.scopes.push_back(env_.scope);
}

// Local objects enter their scope when they become visible, so positions need not be compared.
Object* Checker::lookup(llvm::StringRef name, const Scope** where) const {
  for (const Scope* s = env_.scope; s; s = s->parent())
    if (Object* found = s->lookup(name)) {
      if (where) *where = s;
      return found;
    }
  return nullptr;
}

void Checker::resolve(Object* object) {
  if (object->package == &package_) objDecl(object);
}

bool checkPackage(Program& program, Package& package, Importer importer, Diagnostics& diags) {
  return Checker(program, package, importer, diags).run();
}

} // namespace minigo
