#include "tools/minigo/doctest/example.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSwitch.h"

namespace minigo::doctest {
namespace {

struct Word {
  std::string key, value;
};

// `fail="undefined: x" unordered` as words; quotes hold blanks together.
std::vector<Word> splitWords(llvm::StringRef text) {
  std::vector<Word> words;
  for (text = text.ltrim(" \t,"); !text.empty(); text = text.ltrim(" \t,")) {
    Word word;
    const size_t keyEnd = text.find_first_of(" \t,=");
    word.key = text.take_front(keyEnd).str();
    text = text.drop_front(std::min(keyEnd, text.size()));
    if (text.consume_front("=")) {
      const bool quoted = text.consume_front("\"");
      const size_t end = quoted ? text.find('"') : text.find_first_of(" \t,");
      word.value = text.take_front(end).str();
      text = text.drop_front(std::min(end, text.size()));
      if (quoted) text.consume_front("\"");
    }
    words.push_back(std::move(word));
  }
  return words;
}

// Applies a word; false if it means nothing here.
bool applyWord(const Word& word, Example& example, bool& unordered) {
  if (word.key == "fail") {
    example.mustFail = true;
    example.failMessage = word.value;
    return true;
  }
  if (word.key == "exit") {
    unsigned status = 0;
    if (llvm::StringRef(word.value).getAsInteger(10, status)) return false;
    example.exitStatus = static_cast<int>(status);
    return true;
  }
  bool* flag = llvm::StringSwitch<bool*>(word.key)
                   .Cases("skip", "ignore", &example.skip)
                   .Case("check", &example.checkOnly)
                   .Case("share", &example.share)
                   .Case("unordered", &unordered)
                   .Default(nullptr);
  if (flag) *flag = true;
  return flag != nullptr;
}

// The word of ours that one was probably meant to be; empty if there is none.
llvm::StringRef similarWord(llvm::StringRef word) {
  for (llvm::StringRef known : {"fail", "exit", "skip", "ignore", "check", "share", "unordered"}) {
    const unsigned slips = known.size() < 6 ? 1 : 2;
    if (word.edit_distance(known, /*AllowReplacements=*/true, slips) <= slips) return known;
    std::string letters = word.str(), knownLetters = known.str(); // two of them the wrong way round
    llvm::sort(letters);
    llvm::sort(knownLetters);
    if (letters == knownLetters) return known;
  }
  return {};
}

// The words of a comment `<!-- doctest: … -->` that ends the prose above a block.
llvm::StringRef commentWords(llvm::StringRef prose) {
  prose = prose.rtrim();
  if (!prose.consume_back("-->")) return {};
  const size_t start = prose.rfind("<!--");
  if (start == llvm::StringRef::npos) return {};
  llvm::StringRef comment = prose.drop_front(start + 4).trim();
  return comment.consume_front("doctest:") ? comment : llvm::StringRef();
}

// Some write the language as an attribute: {.go}.
llvm::StringRef withoutBrace(llvm::StringRef info) {
  if (info.consume_front("{")) info.consume_front(".");
  return info;
}

bool isGo(llvm::StringRef info) {
  const llvm::StringRef language = withoutBrace(info).take_while(llvm::isAlnum);
  return language.equals_insensitive("go") || language.equals_insensitive("golang");
}

// Whether `text` says that the order is open.
bool saysUnordered(llvm::StringRef text) {
  const std::string lower = text.lower();
  for (llvm::StringRef phrase : {"unordered", "any order", "order may", "order can", "order is not",
                                 "order varies", "different order"})
    if (llvm::StringRef(lower).contains(phrase)) return true;
  return false;
}

// Whether a block is what the program above it prints: its language says "output", or it has none
// and the line above calls it so.
bool isOutput(const CodeBlock& block) {
  const std::string language = block.info.split(' ').first.lower();
  if (language == "output") return true;
  const bool plain = llvm::StringSwitch<bool>(language)
                         .Cases("", "text", "txt", "plaintext", "plain", true)
                         .Cases("console", "sh-session", "shell-session", "terminal", true)
                         .Default(false);
  const std::string lead = block.prose.rtrim().rsplit('\n').second.lower();
  const llvm::StringRef all = block.prose.trim();
  const std::string last = all.contains('\n') ? lead : all.lower();
  return plain &&
         (llvm::StringRef(last).contains("output") || llvm::StringRef(last).contains("print") ||
          llvm::StringRef(last).contains("result"));
}

// A session in a terminal shows the commands as well.
std::string withoutPrompts(llvm::StringRef text) {
  std::string result;
  while (!text.empty()) {
    llvm::StringRef line;
    std::tie(line, text) = text.split('\n');
    if (!line.starts_with("$ ")) result += line.str() + "\n";
  }
  return result;
}

// A comment `// …`: what stands behind the slashes, and where.
struct LineComment {
  llvm::StringRef text;
  unsigned line; // from 0
  bool isBehindCode;
};

// Where the comment, string or rune literal that begins at `at` ends. A string or rune ends with
// its line at the latest.
size_t endOfToken(llvm::StringRef text, size_t at) {
  const auto behind = [text](size_t found, size_t length) {
    return found == llvm::StringRef::npos ? text.size() : found + length;
  };
  if (text.substr(at).starts_with("//")) return behind(text.find('\n', at), 0);
  if (text.substr(at).starts_with("/*")) return behind(text.find("*/", at + 2), 2);
  if (text[at] == '`') return behind(text.find('`', at + 1), 1);
  size_t end = at + 1;
  while (end < text.size() && text[end] != text[at] && text[end] != '\n')
    end += text[end] == '\\' ? 2 : 1;
  return std::min(end + 1, text.size());
}

std::vector<LineComment> lineComments(llvm::StringRef text) {
  std::vector<LineComment> comments;
  unsigned line = 0;
  bool sawCode = false; // in the line
  for (size_t at = 0; at < text.size();) {
    const bool isComment = text.substr(at).starts_with("//") || text.substr(at).starts_with("/*");
    const bool isToken = isComment || llvm::StringRef("\"'`").contains(text[at]);
    const size_t end = isToken ? endOfToken(text, at) : at + 1;
    const llvm::StringRef token = text.slice(at, end);
    if (token.starts_with("//")) comments.push_back({token.drop_front(2).rtrim(), line, sawCode});
    sawCode |= !isComment && !llvm::isSpace(text[at]);
    if (token.contains('\n')) sawCode = false;
    line += static_cast<unsigned>(token.count('\n'));
    at = end;
  }
  return comments;
}

// The comment `// Output:` or `// Unordered output:` and what follows it, as `go test` reads it.
// One behind code is the output if it is the last comment; else the note says that it means
// nothing.
void readOutputComment(Example& example) {
  const std::vector<LineComment> comments = lineComments(example.text);
  size_t open = comments.size(); // the comment that the next one would go on with
  for (size_t i = 0; i < comments.size(); ++i) {
    const LineComment& comment = comments[i];
    const bool goesOn =
        open + 1 == i && !comment.isBehindCode && comment.line == comments[i - 1].line + 1;
    llvm::StringRef line = comment.text;
    line.consume_front(" ");
    const std::string lower = line.ltrim().lower();
    const bool unordered = llvm::StringRef(lower).starts_with("unordered output:");
    if (unordered || llvm::StringRef(lower).starts_with("output:")) {
      size_t last = i + 1; // behind the lines that belong to it
      while (last < comments.size() && !comments[last].isBehindCode &&
             comments[last].line == comments[last - 1].line + 1)
        ++last;
      if (comment.isBehindCode && last < comments.size()) {
        example.note +=
            "line " + std::to_string(example.line + comment.line) +
            ": \"// Output:\" behind code means nothing unless it is the last comment\n";
        continue;
      }
      example.output = {line.split(':').second.trim().str() + "\n", unordered};
      open = i;
    } else if (goesOn) {
      example.output->text += line.str() + "\n";
      open = i;
    }
  }
}

// Whether the first token, behind comments, is `package`; and which.
llvm::StringRef packageClause(llvm::StringRef text) {
  for (text = text.ltrim(); !text.empty(); text = text.ltrim()) {
    if (text.consume_front("//")) {
      text = text.split('\n').second;
    } else if (text.consume_front("/*")) {
      text = text.split("*/").second;
    } else {
      if (!text.consume_front("package") || text.empty() || !llvm::isSpace(text[0])) return {};
      return text.ltrim().take_while([](char c) { return llvm::isAlnum(c) || c == '_'; });
    }
  }
  return {};
}

Example readExample(const CodeBlock& block, const CodeBlock* next) {
  Example example;
  example.line = block.line;
  example.text = block.text;
  const llvm::StringRef package = packageClause(block.text);
  example.isFragment = package.empty();
  example.isProgram = package == "main";
  bool unordered = false;
  // Others use words behind the fence for their own ends, so unknown ones mean nothing there.
  // Those that look like one of ours are taken for a slip.
  for (const Word& word : splitWords(withoutBrace(block.info).drop_while(llvm::isAlnum)))
    if (llvm::StringRef meant; !applyWord(word, example, unordered)) {
      if (meant = similarWord(word.key); !meant.empty())
        example.problem = "no such word: " + word.key + " (" + meant.str() + "?)";
      else if (word.value.empty() && llvm::all_of(word.key, llvm::isAlnum))
        example.note += "the word " + word.key + " means nothing here\n";
    }
  for (const Word& word : splitWords(commentWords(block.prose)))
    if (!applyWord(word, example, unordered)) example.problem = "no such word: " + word.key;
  readOutputComment(example);
  if (next && isOutput(*next)) {
    const bool open = next->info.contains("unordered") || saysUnordered(next->prose);
    example.output = ExpectedOutput{withoutPrompts(next->text), open};
  }
  if (example.output) example.output->unordered |= unordered;
  return example;
}

} // namespace

std::vector<Example> findExamples(llvm::StringRef document) {
  const std::vector<CodeBlock> blocks = findCodeBlocks(document);
  std::vector<Example> examples;
  for (size_t i = 0; i < blocks.size(); ++i)
    if (isGo(blocks[i].info))
      examples.push_back(readExample(blocks[i], i + 1 < blocks.size() ? &blocks[i + 1] : nullptr));
  return examples;
}

} // namespace minigo::doctest
