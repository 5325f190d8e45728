// What builds leave for later builds: files under keys that name all that they were made from.
//
// An entry appears by a rename, complete or not at all, whoever is killed at whatever moment;
// nothing in it ever changes. So any number of builds use one cache without locks.
//
// Disks lose what they were given when a machine stops, and fill up. So what is taken out is held
// against the digest that was noted when it came in: that of a text stands in its first line; a
// file is named after its own, and the entry under its key says which one it is.
#pragma once

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/BLAKE3.h"

#include <optional>
#include <string>

namespace minigo {

// Collects what an entry is made from. Every text counts with its length, so that different lists
// of texts have different keys.
class KeyBuilder {
public:
  explicit KeyBuilder(llvm::StringRef purpose) { add(purpose); }
  void add(llvm::StringRef text);
  void addList(llvm::ArrayRef<std::string> texts);
  std::string key(); // 32 hexadecimal digits

private:
  llvm::BLAKE3 hash_;
};

class Cache {
public:
  // $MINIGO_CACHE, else minigo in $XDG_CACHE_HOME or ~/.cache; empty where none of them is set or
  // MINIGO_CACHE is "off".
  static std::string defaultDirectory();

  // Without a directory, or where it cannot be written, nothing is found and nothing kept.
  explicit Cache(std::string directory);

  bool isUsable() const { return usable_; }
  // The file of an entry, which is marked as used; none if it is not what was put in.
  std::optional<std::string> find(llvm::StringRef key, llvm::StringRef suffix) const;
  // The same for one that addText made: its text.
  std::optional<std::string> findText(llvm::StringRef key, llvm::StringRef suffix) const;
  // Makes a copy of `file` an entry. What goes wrong only costs a later build its time.
  void add(llvm::StringRef key, llvm::StringRef suffix, const std::string& file) const;
  // The same for a text.
  void addText(llvm::StringRef key, llvm::StringRef suffix, llvm::StringRef text) const;
  // Removes what was not used for days, then the oldest until the rest is small enough, and what
  // killed builds left. Looks at most once a day, unless `always`.
  void prune(bool always = false) const;
  // Removes everything. Returns 0, or 1 after saying what went wrong.
  static int clean(const std::string& directory);

private:
  std::string pathOf(llvm::StringRef key, llvm::StringRef suffix) const;
  // A new file beside the entries, or -1.
  int openTemporary(std::string& name) const;
  bool publish(const std::string& temporary, const std::string& path) const;

  std::string directory_;
  bool usable_ = false;
};

} // namespace minigo
