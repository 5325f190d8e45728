// Files that become part of a program: what the patterns of //go:embed mean.
//
// The words and rules are those of the go command and of package embed: a pattern is matched in the
// package's directory; a directory stands for all below it, without names that begin with . or _
// unless the pattern begins with "all:"; what is in another module, or is no regular file, cannot
// be embedded.
#pragma once

#include "frontend/ast/decl.h"

#include "llvm/ADT/ArrayRef.h"

#include <optional>
#include <string>
#include <vector>

namespace minigo {

bool importsEmbed(const ast::File& file);

struct EmbedPattern {
  std::string text; // without quotes
  SourcePos pos;
};

// The patterns of a directive; none if a quoted one is malformed.
std::optional<std::vector<EmbedPattern>> embedPatterns(const ast::Directive& directive);

struct EmbedMatch {
  std::vector<std::string> files; // relative to the package's directory, with slashes, sorted
  std::string problem;            // why there are none: "no matching files found"
  // Those whose names decided about it, absolute: a file that appears there may matter.
  std::vector<std::string> directories;
};

// The files that a pattern means in a package's directory (absolute).
EmbedMatch matchEmbedded(llvm::StringRef directory, llvm::StringRef pattern);

// The names that an embed.FS of these files has, in the order in which package embed wants them:
// directories end with a slash.
std::vector<std::string> embeddedTree(llvm::ArrayRef<std::string> files);

} // namespace minigo
