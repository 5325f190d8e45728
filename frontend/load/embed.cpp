#include "frontend/load/embed.h"

#include "frontend/source/unicode.h"
#include "frontend/types/constant_pool.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/ConvertUTF.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

#include <set>
#include <sys/stat.h>

namespace minigo {

namespace {

namespace fs = llvm::sys::fs;
namespace ps = llvm::sys::path;

enum class Kind { None, File, Directory, Other };

// Links are not followed.
Kind kindOf(const std::string& path) {
  struct stat info = {};
  if (lstat(path.c_str(), &info) != 0) return Kind::None;
  return S_ISREG(info.st_mode) ? Kind::File : S_ISDIR(info.st_mode) ? Kind::Directory : Kind::Other;
}

// A path as io/fs has it: elements between slashes, none of them empty, "." or "..".
bool isValidPath(llvm::StringRef path) {
  if (path.empty()) return false;
  llvm::SmallVector<llvm::StringRef> elements;
  path.split(elements, '/');
  return llvm::none_of(elements,
                       [](llvm::StringRef e) { return e.empty() || e == "." || e == ".."; });
}

// Names that Windows keeps for devices, before the first dot.
bool isDeviceName(llvm::StringRef name) {
  const std::string lower = name.take_until([](char c) { return c == '.'; }).lower();
  llvm::StringRef base = lower;
  if (base == "con" || base == "prn" || base == "aux" || base == "nul") return true;
  return (base.consume_front("com") || base.consume_front("lpt")) && base.size() == 1 &&
         base[0] >= '1' && base[0] <= '9';
}

// What module zip files cannot hold, and what belongs to version control.
bool isBadName(llvm::StringRef name) {
  for (llvm::StringRef known : {"", ".bzr", ".hg", ".git", ".svn"})
    if (name == known) return true;
  if (name.ends_with(".") || isDeviceName(name)) return true;
  const auto* at = reinterpret_cast<const llvm::UTF8*>(name.begin());
  const auto* end = reinterpret_cast<const llvm::UTF8*>(name.end());
  while (at != end) {
    if (*at < 0x80) {
      const char c = static_cast<char>(*at++);
      if (!llvm::isAlnum(c) && !llvm::StringRef("!#$%&()+,-.=@[]^_{}~ ").contains(c)) return true;
      continue;
    }
    llvm::UTF32 rune = 0;
    if (llvm::convertUTF8Sequence(&at, end, &rune, llvm::strictConversion) != llvm::conversionOK ||
        !isLetter(rune))
      return true;
  }
  return false;
}

// Whether the character class at the front of `pattern`, behind its [, holds `c`. Moves behind it;
// nullopt if it is malformed.
std::optional<bool> matchClass(llvm::StringRef& pattern, char c) {
  const bool negated = pattern.consume_front("^");
  bool found = false;
  auto character = [&]() -> std::optional<char> {
    if (pattern.empty() || pattern[0] == '-' || pattern[0] == ']') return std::nullopt;
    if (pattern.consume_front("\\") && pattern.empty()) return std::nullopt;
    const char result = pattern[0];
    pattern = pattern.drop_front();
    return pattern.empty() ? std::nullopt : std::optional(result);
  };
  for (bool isFirst = true; isFirst || !pattern.consume_front("]"); isFirst = false) {
    const std::optional<char> low = character();
    if (!low) return std::nullopt;
    std::optional<char> high = low;
    if (pattern.consume_front("-")) high = character();
    if (!high) return std::nullopt;
    found |= uint8_t(*low) <= uint8_t(c) && uint8_t(c) <= uint8_t(*high);
  }
  return found != negated;
}

// Go's path.Match for one element; nullopt if the pattern is malformed.
std::optional<bool> matches(llvm::StringRef pattern, llvm::StringRef name) {
  while (!pattern.empty()) {
    const char c = pattern[0];
    if (c == '*') {
      pattern = pattern.drop_front();
      bool any = false;
      for (size_t skip = 0; skip <= name.size(); ++skip) {
        const std::optional<bool> rest = matches(pattern, name.drop_front(skip));
        if (!rest) return std::nullopt;
        any |= *rest;
      }
      return any;
    }
    pattern = pattern.drop_front();
    const char next = name.empty() ? '\0' : name[0];
    bool matched = !name.empty();
    if (c == '[') {
      const std::optional<bool> inClass = matchClass(pattern, next);
      if (!inClass) return std::nullopt;
      matched &= *inClass;
    } else if (c != '?') {
      char literal = c;
      if (c == '\\') {
        if (pattern.empty()) return std::nullopt;
        literal = pattern[0];
        pattern = pattern.drop_front();
      }
      matched &= literal == next;
    }
    if (!matched) // the rest only has to be well-formed
      return matches(pattern, "") ? std::optional(false) : std::nullopt;
    name = name.drop_front();
  }
  return name.empty();
}

std::vector<std::string> namesIn(const std::string& directory) {
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator it(directory, error, /*follow_symlinks=*/false), end;
       it != end && !error; it.increment(error))
    names.push_back(ps::filename(it->path()).str());
  llvm::sort(names);
  return names;
}

// All that matches the elements of a pattern, relative to `root`.
std::vector<std::string> glob(const std::string& root, llvm::StringRef pattern,
                              std::set<std::string>& directories) {
  std::vector<std::string> found = {""};
  llvm::SmallVector<llvm::StringRef> elements;
  pattern.split(elements, '/');
  for (llvm::StringRef element : elements) {
    std::vector<std::string> next;
    for (const std::string& directory : found) {
      const std::string prefix = directory.empty() ? "" : directory + "/";
      directories.insert(root + "/" + prefix);
      for (const std::string& name : namesIn(root + "/" + prefix))
        if (matches(element, name).value_or(false)) next.push_back(prefix + name);
    }
    found = std::move(next);
  }
  return found;
}

class Matcher {
public:
  Matcher(llvm::StringRef root, bool takesAll, std::set<std::string>& directories)
      : root_(root), takesAll_(takesAll), directories_(directories) {}

  // Adds the file, or all below the directory. Returns what is wrong, or "".
  std::string add(const std::string& path);
  std::set<std::string> takeFiles() { return std::move(files_); }

private:
  std::string pathOf(llvm::StringRef path) const { return (root_ + "/" + path).str(); }
  bool isModule(llvm::StringRef directory) const {
    return fs::exists(pathOf(directory) + "/go.mod");
  }
  std::string placeProblem(llvm::StringRef path) const;
  void addTree(const std::string& directory);

  llvm::StringRef root_;
  bool takesAll_;
  std::set<std::string> files_;
  std::set<std::string>& directories_; // that were looked into
};

// Why nothing at this place can be embedded.
std::string Matcher::placeProblem(llvm::StringRef path) const {
  for (llvm::StringRef at = path; !at.empty(); at = ps::parent_path(at)) {
    if (isModule(at)) return "in different module";
    if (at != path && kindOf(pathOf(at)) != Kind::Directory)
      return ("in non-directory " + at).str();
    const llvm::StringRef name = ps::filename(at);
    if (!isBadName(name)) continue;
    return ((at == path ? "invalid name " : "in invalid directory ") + name).str();
  }
  return {};
}

void Matcher::addTree(const std::string& directory) {
  directories_.insert(pathOf(directory) + "/");
  if (isModule(directory)) return;
  for (const std::string& name : namesIn(pathOf(directory))) {
    const bool isHidden = name[0] == '.' || name[0] == '_';
    if (isBadName(name) || (isHidden && !takesAll_)) continue;
    const std::string path = directory + "/" + name;
    const Kind kind = kindOf(pathOf(path));
    if (kind == Kind::File)
      files_.insert(path);
    else if (kind == Kind::Directory)
      addTree(path);
  }
}

std::string Matcher::add(const std::string& path) {
  const Kind kind = kindOf(pathOf(path));
  const std::string what = kind == Kind::Directory ? "directory " : "file ";
  if (std::string problem = placeProblem(path); !problem.empty())
    return "cannot embed " + what + path + ": " + problem;
  if (kind == Kind::File) {
    files_.insert(path);
  } else if (kind == Kind::Directory) {
    const size_t before = files_.size();
    addTree(path);
    if (files_.size() == before)
      return "cannot embed directory " + path + ": contains no embeddable files";
  } else {
    return "cannot embed irregular file " + path;
  }
  return {};
}

} // namespace

std::optional<std::vector<EmbedPattern>> embedPatterns(const ast::Directive& directive) {
  std::vector<EmbedPattern> patterns;
  llvm::StringRef rest = directive.text;
  rest.consume_front("go:embed");
  for (rest = rest.ltrim(); !rest.empty(); rest = rest.ltrim()) {
    const SourcePos pos = directive.pos.advanced(uint32_t(rest.begin() - directive.text.begin()));
    llvm::StringRef word = rest.take_until([](char c) { return llvm::isSpace(c); });
    std::optional<std::string> text = word.str();
    if (const char quote = rest[0]; quote == '"' || quote == '`') {
      size_t end = 1;
      while (end < rest.size() && rest[end] != quote)
        end += quote == '"' && rest[end] == '\\' ? 2 : 1;
      if (end >= rest.size()) return std::nullopt;
      word = rest.take_front(end + 1);
      const llvm::StringRef behind = rest.drop_front(word.size());
      text = unquote(word);
      if (!text || (!behind.empty() && !llvm::isSpace(behind[0]))) return std::nullopt;
    }
    patterns.push_back({*text, pos});
    rest = rest.drop_front(word.size());
  }
  return patterns;
}

EmbedMatch matchEmbedded(llvm::StringRef directory, llvm::StringRef pattern) {
  const bool takesAll = pattern.consume_front("all:");
  bool isWellFormed = isValidPath(pattern);
  llvm::SmallVector<llvm::StringRef> elements;
  pattern.split(elements, '/');
  for (llvm::StringRef element : elements)
    isWellFormed &= matches(element, "").has_value();
  if (!isWellFormed) return {{}, "invalid pattern syntax", {}};
  std::set<std::string> directories;
  const std::vector<std::string> found = glob(directory.str(), pattern, directories);
  if (found.empty()) return {{}, "no matching files found", {}};
  // Names that begin with . or _ are left out below directories only.
  Matcher matcher(directory, takesAll, directories);
  for (const std::string& path : found)
    if (std::string problem = matcher.add(path); !problem.empty()) return {{}, problem, {}};
  const std::set<std::string> files = matcher.takeFiles();
  return {{files.begin(), files.end()}, {}, {directories.begin(), directories.end()}};
}

std::vector<std::string> embeddedTree(llvm::ArrayRef<std::string> files) {
  std::set<std::string> all;
  for (llvm::StringRef file : files) {
    all.insert(file.str());
    for (llvm::StringRef dir = ps::parent_path(file); !dir.empty(); dir = ps::parent_path(dir))
      all.insert(dir.str() + "/");
  }
  std::vector<std::string> names(all.begin(), all.end());
  llvm::sort(names, [](llvm::StringRef a, llvm::StringRef b) {
    const llvm::StringRef x = a.rtrim('/'), y = b.rtrim('/');
    const auto dirOf = [](llvm::StringRef name) {
      const llvm::StringRef dir = ps::parent_path(name);
      return dir.empty() ? llvm::StringRef(".") : dir;
    };
    if (dirOf(x) != dirOf(y)) return dirOf(x) < dirOf(y);
    return ps::filename(x) < ps::filename(y);
  });
  return names;
}

} // namespace minigo
