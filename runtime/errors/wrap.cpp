// What package errors asks of the dynamic types of values.
#include "minigo/iface.h"
#include "minigo/slice.h"

namespace go::errors {

bool isComparable(mg::Error err);
bool setTarget(mg::Error err, mg::Any target);
void checkTarget(mg::Any target);

namespace {

[[noreturn]] void panicText(mg::String text) { mg::panic(mg::toAny(mg::type_string, text)); }

} // namespace

bool isComparable(mg::Error err) { return err.tab->type->flags & mg::kComparable; }

bool setTarget(mg::Error err, mg::Any target) {
  const mg::Type* want = target.type->elem;
  const mg::Type* type = err.tab->type;
  if (want->kind != mg::Kind::Interface) {
    if (type != want) return false;
    __builtin_memcpy(target.data, mg::valueOf(type, &err.data), want->size);
    return true;
  }
  if (want->ifaceMethodCount == 0) {
    *static_cast<mg::Any*>(target.data) = mg::toAny(err);
    return true;
  }
  const mg::MethodTable* table = mg::methodTable(want, type);
  if (!table) return false;
  *static_cast<mg::Iface<mg::MethodTable>*>(target.data) = {table, err.data};
  return true;
}

void checkTarget(mg::Any target) {
  using namespace mg;
  if (!target.type) panicText("errors: target cannot be nil"_s);
  if (target.type->kind != Kind::Pointer || !target.data)
    panicText("errors: target must be a non-nil pointer"_s);
  const Type* want = target.type->elem;
  if (want->kind != Kind::Interface && !methodTable(&type_error, want))
    panicText("errors: *target must be interface or implement error"_s);
}

} // namespace go::errors
