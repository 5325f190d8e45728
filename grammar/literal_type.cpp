// Whether `{` behind an expression begins the value of a composite literal. The grammar takes any
// operand before it; gc takes what may be a type, and ends the expression at the `{` behind others.
#include "grammar/parser_base.h"

namespace minigo::grammar {

namespace {

// The last of the siblings that begin with `first`.
const Node& lastOf(const Node* first) {
  while (first->next())
    first = first->next();
  return *first;
}

// The expression in `( )`, or null.
const Node* parenthesized(const Node& operand) {
  const Node* bracket = operand.kind == Kind::Operand ? operand.first() : nullptr;
  return bracket && bracket->kind == Kind::LPAREN ? bracket->next() : nullptr;
}

bool isValue(const Node& x);

// `first` to `last`, an operand and suffixes behind it, cannot be part of a type.
bool isValue(const Node& first, const Node& last) {
  if (&first == &last) return isValue(first);
  switch (last.kind) {
  case Kind::Arguments:
  case Kind::LiteralValue: return true;
  case Kind::Selector: return last.first() && last.first()->next()->kind == Kind::LPAREN;
  case Kind::Index: {
    const Node* index = last.first() ? last.first()->next() : nullptr;
    const Node* behind = index ? index->next() : nullptr;
    if (!behind || behind->kind == Kind::SliceTail || index->kind == Kind::SliceTail) return true;
    if (behind->kind == Kind::RBRACK && isValue(*index)) return true;
    const Node* before = &first;
    while (before->next() != &last)
      before = before->next();
    return isValue(first, *before);
  }
  default: return false;
  }
}

bool isValue(const Node& x) {
  switch (x.kind) {
  case Kind::INT_LIT:
  case Kind::FLOAT_LIT:
  case Kind::IMAGINARY_LIT:
  case Kind::RUNE_LIT:
  case Kind::RAW_STRING_LIT:
  case Kind::INTERPRETED_STRING_LIT:
  case Kind::Expression: return true;
  case Kind::FunctionLiteral: return x.first()->next()->next() != nullptr; // it has a body
  case Kind::UnaryExpression: {
    if (x.first()->kind == Kind::MUL) return false;
    return x.first()->kind != Kind::ARROW || x.first()->next()->kind != Kind::ChannelOperand;
  }
  case Kind::PrimaryExpression: return isValue(*x.first(), lastOf(x.first()));
  case Kind::Operand: return parenthesized(x) && isValue(*parenthesized(x));
  default: return false;
  }
}

bool mayBeLiteralType(const Node& first, const Node& last) {
  if (last.broken) { // keeps the rule that chose it; an error is enough for most
    const Node* suffix = last.kind == Kind::Suffix ? last.first() : &last;
    return suffix && suffix->kind != Kind::Arguments && suffix->kind != Kind::Operand;
  }
  if (&first == &last) {
    const Node* inner = parenthesized(last);
    if (inner && inner->kind == Kind::PrimaryExpression)
      return mayBeLiteralType(*inner->first(), lastOf(inner->first()));
    if (inner) return mayBeLiteralType(*inner, *inner);
    return last.kind == Kind::IDENT || last.kind == Kind::ArrayType ||
           last.kind == Kind::StructType || last.kind == Kind::MapType;
  }
  switch (last.kind) {
  case Kind::Selector: return last.first()->next()->kind == Kind::IDENT;
  case Kind::Index: {
    const Node* index = last.first()->next();
    const Node* behind = index->next();
    return behind && behind->kind != Kind::SliceTail &&
           (behind->kind != Kind::RBRACK || !isValue(*index));
  }
  default: return false;
  }
}

} // namespace

// Before each suffix of a primary expression. Behind a value, `{` is made a token that fits
// nowhere: whatever is open ends, and the first rule that needs a token misses it here.
void ParserBase::syncSuffixes() {
  if (nodes_[token_].kind != Kind::LBRACE || abandoned_ != Kind::EndOfFile) return;
  const OpenRule& rule = open_.back();
  if (rule.children != 0 && !mayBeLiteralType(nodes_[rule.first], nodes_[rule.last]))
    cursor_.current = antlr4::Token::INVALID_TYPE;
}

} // namespace minigo::grammar
