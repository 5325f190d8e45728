#include "tools/minigo/linked_strings.h"

#include "tools/minigo/errors.h"

#include "frontend/types/type_string.h"
#include "frontend/types/universe.h"

#include "llvm/Support/Casting.h"

namespace minigo {
namespace {

bool isString(const Type* type) {
  const auto* basic = type ? llvm::dyn_cast<Basic>(unalias(type)) : nullptr;
  return basic && basic->basic == BasicKind::String;
}

int find(const LinkedString& linked, const Package& package, LinkedStrings& strings) {
  const auto* var = llvm::dyn_cast_or_null<Var>(package.scope->lookup(linked.name));
  if (!var) return 0;
  const std::string name = linked.package + "." + linked.name;
  if (!isString(var->type)) {
    llvm::errs() << "# " << package.importPath << '\n'
                 << name
                 << ": cannot set with -X: not a var of type string (type:" << typeString(var->type)
                 << ")\n";
    return 1;
  }
  if (package.builtin) return fail("not supported yet: -X " + name + ", which is a part of minigo");
  strings[&package][linked.name] = linked.value;
  return 0;
}

} // namespace

int findLinkedStrings(const LinkFlags& flags, const Program& program, LinkedStrings& strings) {
  for (const LinkedString& linked : flags.strings)
    for (const std::unique_ptr<Package>& package : program.packages)
      if (package->path == linked.package)
        if (int status = find(linked, *package, strings)) return status;
  return 0;
}

} // namespace minigo
