// How a large package is split into C++ files, its shards, so that they compile at the same time
// and an edit compiles few of them again.
//
// A shard is a run of functions in source order. Where one ends depends on what stands around that
// place, not on a count from the start: behind a certain amount of code, at the first function
// whose name hashes well, so that after an edit the old boundaries are met again.
#pragma once

#include "codegen/print/line_origin.h"
#include "frontend/program.h"

#include <string>
#include <vector>

namespace minigo {

class PackageNames;

class Shards {
public:
  // `size`: how much code one should hold, in nodes of syntax; 0 keeps packages whole. Small
  // packages are whole as well: the C++ compiler sees more of them at once.
  Shards(const Program& program, const Package& package, PackageNames& names, unsigned size);

  // Whether there are several. If not, everything belongs to shard 0.
  bool isSplit() const { return starts_.size() > 1; }
  unsigned count() const { return unsigned(starts_.size()) + 1; }
  // The shard that what is declared here belongs to, from 1. Shard 0 has what has no place of its
  // own: variables and initialization.
  unsigned of(SourcePos pos) const;
  // "main.parse" or "main.parse.Parser_next": the file, and the first function if that is not the
  // file's first. Names depend on nothing that an edit elsewhere changes.
  llvm::StringRef stem(unsigned shard) const { return shard ? starts_[shard - 1].stem : stem_; }
  // Where lines are counted anew: at each shard that does not begin with its file. Else a line more
  // in one function would change the text of all files behind it.
  std::vector<LineOrigin> lineOrigins(const SourceManager& sources) const;

private:
  struct Start {
    SourcePos pos; // what stands before it in its file belongs to the shard as well
    std::string stem;
    llvm::StringRef function; // the first one, unless it is the file's first
  };
  std::string stem_;
  std::vector<Start> starts_;
};

} // namespace minigo
