// Names of node kinds and operators.
#include "frontend/ast/expr.h"

namespace minigo::ast {

const char* kindName(Kind kind) {
  static constexpr const char* kNames[] = {
#define EXPR(Name) #Name,
#define STMT(Name) #Name,
#define DECL(Name) #Name,
#define PART(Name) #Name,
#include "frontend/ast/node_kind.def"
  };
  return kNames[static_cast<unsigned>(kind)];
}

namespace {

struct OpInfo {
  Op op;
  llvm::StringLiteral spelling;
  int precedence; // 0: not binary
};

constexpr OpInfo kOps[] = {
    {Op::None, "", 0},     {Op::Not, "!", 0},     {Op::Recv, "<-", 0}, {Op::Tilde, "~", 0},
    {Op::OrOr, "||", 1},   {Op::AndAnd, "&&", 2}, {Op::Eql, "==", 3},  {Op::Neq, "!=", 3},
    {Op::Lss, "<", 3},     {Op::Leq, "<=", 3},    {Op::Gtr, ">", 3},   {Op::Geq, ">=", 3},
    {Op::Add, "+", 4},     {Op::Sub, "-", 4},     {Op::Or, "|", 4},    {Op::Xor, "^", 4},
    {Op::Mul, "*", 5},     {Op::Div, "/", 5},     {Op::Rem, "%", 5},   {Op::And, "&", 5},
    {Op::AndNot, "&^", 5}, {Op::Shl, "<<", 5},    {Op::Shr, ">>", 5},
};

constexpr bool isInOrder() {
  for (unsigned i = 0; i < std::size(kOps); ++i)
    if (kOps[i].op != static_cast<Op>(i)) return false;
  return kOps[std::size(kOps) - 1].op == Op::Shr;
}
static_assert(isInOrder(), "one entry per operator, in the order of Op");

} // namespace

int precedence(Op op) { return kOps[static_cast<unsigned>(op)].precedence; }
llvm::StringRef spelling(Op op) { return kOps[static_cast<unsigned>(op)].spelling; }

} // namespace minigo::ast
