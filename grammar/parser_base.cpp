#include "grammar/parser_base.h"

#include "grammar/lookahead_table.inc"

#include <array>

namespace minigo::grammar {

namespace {

// Rules that leave no node when they have exactly one child: the child says it all.
constexpr Kind kTransparent[] = {
    Kind::AnyType,
    Kind::BaseType,
    Kind::TypeLiteral,
    Kind::TypeNoBracket,
    Kind::TypeName,
    Kind::Tag,
    Kind::Result,
    Kind::Parameter,
    Kind::InterfaceElement,
    Kind::TypeTerm,
    Kind::TypeElement,
    Kind::Constraint,
    Kind::ConstraintType,
    Kind::Declaration,
    Kind::TopLevelDeclaration,
    Kind::ExpressionList,
    Kind::Expression,
    Kind::BinaryOperator,
    Kind::UnaryExpression,
    Kind::UnaryOperator,
    Kind::PrimaryExpression,
    Kind::NonIndexSuffix,
    Kind::Operand,
    Kind::Literal,
    Kind::CompositeType,
    Kind::KeyedElement,
    Kind::Element,
    Kind::Suffix,
    Kind::Argument,
    Kind::HeaderExpressionList,
    Kind::HeaderExpression,
    Kind::HeaderUnaryExpression,
    Kind::HeaderPrimaryExpression,
    Kind::Statement,
    Kind::SimpleOrLabeledStatement,
    Kind::SimpleStatement,
    Kind::AssignmentOperator,
    Kind::HeaderStatement,
    Kind::ForHeaderStatement,
    Kind::ImportPath,
};

constexpr std::array<bool, 256> kIsTransparent = [] {
  std::array<bool, 256> table{};
  for (Kind kind : kTransparent)
    table[static_cast<size_t>(kind)] = true;
  return table;
}();

// What is broken inside one of these leaves what is around it intact.
bool containsDamage(Kind kind) {
  switch (kind) {
  case Kind::Statement:
  case Kind::TopLevelDeclaration:
  case Kind::ImportDeclaration:
  case Kind::ConstSpec:
  case Kind::VarSpec:
  case Kind::TypeSpec:
  case Kind::FieldDeclaration:
  case Kind::InterfaceElement: return true;
  default: return false;
  }
}

} // namespace

size_t LookaheadTable::adaptivePredict(const TokenCursor* input, size_t decision, const void*) {
  size_t token = input->current == antlr4::Token::EOF ? 0 : input->current;
  return kAlternative[kRowOfDecision[decision]][token];
}

void ParserBase::start(ParseTree& tree, SyntaxErrorHandler& handler, size_t maxNesting) {
  maxNesting_ = maxNesting;
  tree_ = &tree;
  handler_ = &handler;
  nodes_ = tree.nodes.data();
  seenDeclaration_ = false;
  abandoned_ = Kind::EndOfFile;
  open_.clear();
  open_.push_back(OpenRule{.kind = Kind::EndOfFile}); // receives the root
  setToken(0);
}

void ParserBase::finish() { tree_->root = &tree_->nodes[open_.front().first]; }

void ParserBase::setToken(uint32_t token) {
  token_ = token;
  Kind kind = nodes_[token].kind;
  cursor_.current = kind == Kind::EndOfFile ? antlr4::Token::EOF : static_cast<size_t>(kind);
}

void ParserBase::advance() {
  if (token_ + 1 < tree_->tokenCount)
    setToken(token_ + 1);
  else if (token_ >= tree_->tokenCount)
    setToken(resume_);
}

void ParserBase::append(uint32_t node) {
  OpenRule& rule = open_.back();
  if (rule.children++ == 0)
    rule.first = node;
  else
    nodes_[rule.last].nextDistance = static_cast<int32_t>(node) - static_cast<int32_t>(rule.last);
  rule.last = node;
}

// Turns the innermost open rule into a node, or into its only child.
void ParserBase::exitRule() {
  OpenRule rule = open_.back();
  open_.pop_back();
  if (rule.kind == abandoned_) abandoned_ = Kind::EndOfFile;
  if (rule.broken && !containsDamage(rule.kind)) open_.back().broken = true;
  if (rule.children == 1 && !rule.broken && kIsTransparent[static_cast<size_t>(rule.kind)]) {
    append(rule.first);
    return;
  }
  auto self = static_cast<uint32_t>(tree_->nodes.size());
  Node node{.offset = nodes_[token_].offset,
            .end = nodes_[token_].offset,
            .kind = rule.kind,
            .broken = rule.broken};
  if (rule.children != 0) {
    node.offset = nodes_[rule.first].offset;
    node.end = nodes_[rule.last].end;
    node.firstDistance = static_cast<int32_t>(rule.first) - static_cast<int32_t>(self);
  }
  tree_->nodes.push_back(node);
  nodes_ = tree_->nodes.data();
  append(self);
}

} // namespace minigo::grammar
