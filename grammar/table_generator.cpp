// Writes, at build time, what the scanner and the parser need of the grammar, as included C++ text:
//   kinds.inc            the tokens and rules by name
//   lexer_table.inc      the deterministic automaton of GoLexer.g4, all of it, computed by ANTLR's
//   own lexer simulator sync_table.inc       the parser states in which recovery looks at the next
//   token lookahead_table.inc  for each parser decision that is not strictly LL(1): token ->
//   alternative
// So no automaton is built while minigo runs; ANTLR's would be built anew in each process.
//
// It reads the .interp files that the antlr4 tool writes beside the code it generates: names, and
// the transition network of each grammar in ANTLR's serialized form.
#include "grammar/byte_stream.h"

#include "atn/LL1Analyzer.h"

#include <cctype>
#include <fstream>
#include <iostream>
#include <map>

namespace {

using namespace antlr4;

constexpr size_t kFirstRule = 128; // as in parse_tree.h

// A grammar as its .interp file tells it.
struct Grammar {
  std::vector<std::string> tokens; // by type; "null" where there is none
  std::vector<std::string> rules;
  atn::ATN net;

  explicit Grammar(const std::string& path);
  size_t rule(const std::string& name) const {
    return static_cast<size_t>(std::find(rules.begin(), rules.end(), name) - rules.begin());
  }
};

Grammar::Grammar(const std::string& path) {
  std::ifstream in(path);
  if (!in) throw std::runtime_error("cannot read " + path);
  std::map<std::string, std::vector<std::string>> sections;
  std::string section;
  for (std::string line; std::getline(in, line);) {
    if (line.size() > 1 && line.back() == ':')
      section = line;
    else if (!line.empty())
      sections[section].push_back(line);
  }
  tokens = sections["token symbolic names:"];
  rules = sections["rule names:"];
  std::istringstream numbers(sections["atn:"].at(0));
  std::vector<uint16_t> serialized;
  char separator;
  for (unsigned number; numbers >> separator >> number;)
    serialized.push_back(static_cast<uint16_t>(number));
  net = atn::ATNDeserializer().deserialize(serialized);
}

// Opens ANTLR's lexer simulator: every state it could ever reach.
class Automaton : public atn::LexerATNSimulator {
public:
  explicit Automaton(const atn::ATN& net) : LexerATNSimulator(net, decisions_, contexts_) {
    for (size_t i = 0; i < atn.getNumberOfDecisions(); ++i)
      decisions_.emplace_back(atn.getDecisionState(i), i);
    build();
  }

  struct State {
    size_t accepts = 0;
    std::vector<size_t> next = std::vector<size_t>(256); // 0: none
  };
  std::vector<State> states{State{}}; // 0: none, 1: start

private:
  void build() {
    minigo::grammar::ByteStream input("");
    dfa::DFAState* start =
        addDFAState(computeStartState(&input, atn.modeToStartState[0]).release());
    number(start);
    for (size_t i = 0; i < order_.size(); ++i) {
      dfa::DFAState* from = order_[i];
      size_t index = numbers_.at(from);
      for (size_t byte = 0; byte < 256; ++byte) {
        dfa::DFAState* to = computeTargetState(&input, from, byte);
        if (to != ERROR.get()) states[index].next[byte] = number(to);
      }
    }
  }

  size_t number(dfa::DFAState* state) {
    auto [it, added] = numbers_.emplace(state, states.size());
    if (added) {
      states.emplace_back();
      states.back().accepts = state->isAcceptState ? state->prediction : 0;
      order_.push_back(state);
    }
    return it->second;
  }

  std::vector<dfa::DFA> decisions_;
  atn::PredictionContextCache contexts_;
  std::map<dfa::DFAState*, size_t> numbers_;
  std::vector<dfa::DFAState*> order_;
};

void writeKinds(std::ostream& out, const Grammar& grammar) {
  if (grammar.tokens.size() > kFirstRule)
    throw std::runtime_error("more tokens than kFirstRule allows");
  for (size_t i = 1; i < grammar.tokens.size(); ++i)
    out << "MINIGO_TOKEN(" << grammar.tokens[i] << ", " << i << ")\n";
  size_t value = kFirstRule;
  for (std::string rule : grammar.rules) {
    rule[0] = static_cast<char>(std::toupper(rule[0]));
    if (rule == "Type_") // `type` is a keyword, TYPE its token
      rule = "AnyType";
    out << "MINIGO_RULE(" << rule << ", " << value++ << ")\n";
  }
  out << "#undef MINIGO_TOKEN\n#undef MINIGO_RULE\n";
}

void writeLexerTable(std::ostream& out, const Grammar& grammar) {
  Automaton automaton(grammar.net);
  const auto& states = automaton.states;
  std::map<std::vector<size_t>, size_t> classes; // bytes with equal columns share one
  std::vector<size_t> classOf;
  for (size_t byte = 0; byte < 256; ++byte) {
    std::vector<size_t> column;
    for (const auto& state : states)
      column.push_back(state.next[byte]);
    classOf.push_back(classes.emplace(column, classes.size()).first->second);
  }
  const char* stateType = states.size() <= 256 ? "uint8_t" : "uint16_t";
  out << "constexpr unsigned kNoState = 0;\nconstexpr unsigned kStartState = 1;\n";
  out << "constexpr uint8_t kByteClass[256] = {";
  for (size_t c : classOf)
    out << c << ",";
  out << "};\nconstexpr uint8_t kAccepts[" << states.size() << "] = {";
  for (const auto& state : states)
    out << state.accepts << ",";
  out << "};\nconstexpr " << stateType << " kTransitions[" << states.size() << "]["
      << classes.size() << "] = {\n";
  for (size_t s = 0; s < states.size(); ++s) {
    std::vector<size_t> row(classes.size());
    for (const auto& [column, index] : classes)
      row[index] = column[s];
    out << "{";
    for (size_t next : row)
      out << next << ",";
    out << "},\n";
  }
  out << "};\n";
}

// The states in which the parser is about to go on with, or leave, a loop of one of these rules.
void writeSyncTable(std::ostream& out, const Grammar& grammar) {
  size_t rules[] = {grammar.rule("statementList"), grammar.rule("sourceFile"),
                    grammar.rule("primaryExpression"), grammar.rule("switchStatement"),
                    grammar.rule("selectStatement")};
  size_t headers[] = {grammar.rule("forStatement"), grammar.rule("ifStatement"),
                      grammar.rule("switchStatement")};
  out << "constexpr bool kIsSyncedLoop[] = {";
  for (atn::ATNState* state : grammar.net.states) {
    bool synced = state && std::count(std::begin(rules), std::end(rules), state->ruleIndex) &&
                  (state->getStateType() == atn::ATNState::STAR_LOOP_ENTRY ||
                   state->getStateType() == atn::ATNState::STAR_LOOP_BACK);
    if (state && std::count(std::begin(headers), std::end(headers), state->ruleIndex))
      synced |= state->getStateType() == atn::ATNState::BLOCK_START;
    out << synced << ",";
  }
  out << "};\n";
}

void writeLookahead(std::ostream& out, const Grammar& grammar) {
  const atn::ATN& net = grammar.net;
  atn::LL1Analyzer analyzer(net);
  size_t tokens = grammar.tokens.size();
  size_t decisions = net.getNumberOfDecisions();
  std::vector<size_t> rowOf(decisions);
  std::string rows;
  size_t rowCount = 0;
  for (size_t d = 0; d < decisions; ++d) {
    std::vector<misc::IntervalSet> look = analyzer.getDecisionLookahead(net.getDecisionState(d));
    misc::IntervalSet seen;
    bool overlap = false;
    for (const auto& set : look) {
      overlap |= !seen.And(set).isEmpty();
      seen.addAll(set);
    }
    if (!overlap) continue;
    rowOf[d] = ++rowCount;
    rows += "{";
    for (size_t token = 0; token < tokens; ++token) {
      size_t alt = 0;
      while (alt + 1 < look.size() && !look[alt].contains(token))
        ++alt;
      rows += std::to_string(alt + 1) + ",";
    }
    rows += "},\n";
  }
  out << "// Row 0 is not used.\nconstexpr uint8_t kRowOfDecision[] = {";
  for (size_t row : rowOf)
    out << row << ",";
  out << "};\nconstexpr uint8_t kAlternative[" << rowCount + 1 << "][" << tokens << "] = {\n{},\n"
      << rows << "};\n";
}

} // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "usage: table_generator GoLexer.interp GoParser.interp OUTPUT-DIRECTORY\n";
    return 2;
  }
  Grammar lexer(argv[1]), parser(argv[2]);
  std::string directory = argv[3];
  std::ofstream kinds(directory + "/kinds.inc");
  writeKinds(kinds, parser);
  std::ofstream lexerTable(directory + "/lexer_table.inc");
  writeLexerTable(lexerTable, lexer);
  std::ofstream lookahead(directory + "/lookahead_table.inc");
  writeLookahead(lookahead, parser);
  std::ofstream sync(directory + "/sync_table.inc");
  writeSyncTable(sync, parser);
  return kinds && lexerTable && lookahead && sync ? 0 : 1;
}
