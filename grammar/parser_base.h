// Superclass of the generated parser.
//
// The code that ANTLR generates from GoParser.g4 does the parsing. It names, without qualification,
// members that it expects to inherit from antlr4::Parser: match, consume, enterRule, exitRule,
// _input, _errHandler, _tracker, getInterpreter and so on. This class declares them again, so that
// the generated code is bound to the lean ones here at compile time:
//  - tokens are 20-byte records in an array, not objects; _input->LA(1) reads a member;
//  - no parse tree contexts are made. A rule collects its children in an OpenRule on a stack and
//  leaves one Node
//    of our own tree when it ends;
//  - decisions that ANTLR would settle by adaptive prediction are looked up in a table computed at
//  build time.
#pragma once

#include "grammar/parse_tree.h"
#include "grammar/sync_table.inc"
#include "grammar/syntax_error.h"

#include "antlr4-runtime.h"

namespace minigo::grammar {

class ParserBase;

// Base of the generated context classes, which are only names here: one empty object stands for
// all.
class RuleContextBase {
public:
  RuleContextBase(antlr4::ParserRuleContext*, size_t) {}
  virtual ~RuleContextBase() = default;
  virtual size_t getRuleIndex() const = 0;

  struct {
    void operator=(const std::exception_ptr&) {}
  } exception;

protected:
  // The generated accessors call these; nothing calls the accessors.
  static antlr4::tree::TerminalNode* getToken(size_t, size_t) { return nullptr; }
  static std::vector<antlr4::tree::TerminalNode*> getTokens(size_t) { return {}; }
  template <class T>
  static T* getRuleContext(size_t) {
    return nullptr;
  }
  template <class T>
  static std::vector<T*> getRuleContexts() {
    return {};
  }
};

// Stands in for antlr4::tree::ParseTreeTracker: the one empty context.
class ContextPlace {
public:
  template <class T>
  T* createInstance(antlr4::ParserRuleContext* parent, size_t state) {
    static_assert(sizeof(T) <= sizeof(place_));
    return new (place_) T(parent, state);
  }

private:
  alignas(RuleContextBase) unsigned char place_[sizeof(RuleContextBase)];
};

// Stands in for antlr4::TokenStream.
struct TokenCursor {
  size_t current; // type of the next token, as ANTLR numbers it
  size_t LA(ssize_t) const { return current; }
};

// Stands in for atn::ParserATNSimulator: one look at the next token, first alternative wins.
struct LookaheadTable {
  static size_t adaptivePredict(const TokenCursor* input, size_t decision, const void* context);
};

// Stands in for antlr4::ANTLRErrorStrategy. Where a token does not fit, the parser reports it,
// skips what gc skips, and goes on as if the rule were complete; see recovery.cpp.
class ErrorStrategy {
public:
  inline void sync(ParserBase* parser);
  void reportMatch(ParserBase*) {}
  void recoverInline(ParserBase* parser);
  void reportError(ParserBase* parser, const antlr4::RecognitionException&);
  template <class Exception>
  void recover(ParserBase*, const Exception&) {}
};

// Calls a function when a rule is left; stands in for antlrcpp::FinalAction.
template <class F>
class OnExit {
public:
  explicit OnExit(F action) : action_(action) {}
  OnExit(const OnExit&) = delete;
  ~OnExit() { action_(); }

private:
  F action_;
};

// Thrown where rules are nested deeper than the stack allows; the generated handlers do not catch
// it.
struct NestingTooDeep {};

class ParserBase : public antlr4::Parser {
public:
  explicit ParserBase(antlr4::TokenStream*) : antlr4::Parser(nullptr) {}

  // Makes the parser read tree.nodes and report to `handler`; both must outlive the parsing.
  void start(ParseTree& tree, SyntaxErrorHandler& handler, size_t maxNesting);
  // Ends the parsing: sets tree.root to the only node that is left.
  void finish();
  void reportNesting() { handler_->nestingTooDeep(*tree_, nodes_[token_]); }

  antlr4::Token* match(size_t type) final {
    if (_input->current != type) {
      recoverFromMismatch(type);
    } else {
      append(token_);
      advance();
    }
    return nullptr;
  }
  antlr4::Token* consume() final {
    append(token_);
    advance();
    return nullptr;
  }
  antlr4::Token* getCurrentToken() final { return nullptr; }
  size_t getState() const final { return state_; }
  void setState(size_t state) { state_ = state; }

protected:
  using antlr4::Parser::enterOuterAlt;
  using antlr4::Parser::enterRule;
  void enterRule(RuleContextBase*, size_t, size_t rule) {
    open_.push_back(OpenRule{.kind = static_cast<Kind>(kFirstRule + rule)});
    if (open_.size() > maxNesting_) throw NestingTooDeep();
  }
  void exitRule();
  void enterOuterAlt(RuleContextBase*, size_t) {}
  template <class>
  LookaheadTable* getInterpreter() {
    return nullptr;
  }
  template <class F>
  OnExit<F> finally(F action) {
    return OnExit<F>(action);
  }

  TokenCursor cursor_{};
  TokenCursor* const _input = &cursor_;
  ErrorStrategy errors_;
  ErrorStrategy* const _errHandler = &errors_;
  ContextPlace _tracker;
  static constexpr antlr4::ParserRuleContext* _ctx = nullptr;

private:
  friend class ErrorStrategy;

  void append(uint32_t node);
  void advance();
  void setToken(uint32_t token);

  // recovery.cpp
  void report(Kind expected);
  void reportInLoop(Kind expected);
  void makeUp(Kind kind);
  void recoverFromMismatch(size_t type);
  void recoverFromNoAlternative();
  void syncLoop();
  void syncStatements();
  void syncDeclarations();
  void syncHeader();
  void syncClauses();
  void syncSuffixes(); // literal_type.cpp
  void recoverFromMissingBlock();
  void recoverFromMissingCondition();
  bool conditionIsMissing() const;
  void recoverFromMissingName();
  void recoverInDeclaration(Kind rule);
  void recoverFromTypeParameters();
  void recoverInList(Kind closer);
  bool headerIsComplete(const OpenRule& statement) const;
  bool hasChild(const OpenRule& rule, Kind kind) const;
  template <class Predicate>
  void skipUntil(Predicate stop);
  bool inFunction() const;

  ParseTree* tree_ = nullptr;
  Node* nodes_ = nullptr; // tree_->nodes.data()
  SyntaxErrorHandler* handler_ = nullptr;
  size_t maxNesting_ = 0;
  std::vector<OpenRule> open_; // from the outermost rule to the innermost
  uint32_t token_ = 0;         // the next token
  uint32_t resume_ = 0;        // the token behind one that recovery made up
  size_t state_ = 0;
  bool seenDeclaration_ = false; // other than imports
  // Unless EndOfFile, nothing is said or skipped until a rule of this kind has ended.
  Kind abandoned_ = Kind::EndOfFile;
};

inline void ErrorStrategy::sync(ParserBase* parser) {
  if (kIsSyncedLoop[parser->state_]) parser->syncLoop();
}

} // namespace minigo::grammar

// The generated class names its superclasses without qualification.
using minigo::grammar::ParserBase;
using minigo::grammar::RuleContextBase;
