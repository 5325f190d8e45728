// The flows of values within one function, literals in it included: a graph of locations, in which
// an edge says that the value of one, dereferenced so many times, may get into another; -1 stands
// for its address.
//
// A location escapes if its address gets where it may outlive it: into the heap, a result, or a
// location that lives longer. How long something lives is its place in the text: C++ ends a
// variable with its block.
#pragma once

#include "frontend/program.h"

#include "llvm/ADT/SmallVector.h"

#include <deque>
#include <vector>

namespace minigo {

// Where what a parameter holds gets to: the fewest dereferences on the way, or kNowhere.
struct ParamFlow {
  static constexpr int kNowhere = 100;
  int heap = kNowhere;
  llvm::SmallVector<int, 2> results; // those behind the end: kNowhere

  int result(size_t i) const { return i < results.size() ? results[i] : kNowhere; }
  friend bool operator==(const ParamFlow&, const ParamFlow&) = default;
};

// A piece of text of one file.
struct TextRange {
  SourcePos start, end;
  bool contains(TextRange other) const { return start <= other.start && other.end <= end; }
};

class EscapeGraph {
public:
  using Id = uint32_t;
  static constexpr Id kNone = ~Id(0);

  // Where the value of an expression goes, dereferenced so many times.
  struct Hole {
    Id to = kNone; // kNone: it is only looked at
    int derefs = 0;

    Hole deref() const { return {to, derefs + 1}; }
    Hole address() const { return {to, derefs - 1}; }
  };
  struct Edge {
    Id from;
    int derefs;
    bool isCall; // an argument of a direct call of a literal, into its parameter
  };
  struct Location {
    const Var* var = nullptr;         // a variable,
    const ast::Node* site = nullptr;  // or what an expression or statement makes
    bool isBox = false;               // the copy of its value that an interface holds
    const ast::Node* owner = nullptr; // FuncDecl, FuncLit; null: package initialization
    TextRange lives;                  // where it exists
    TextRange holds;                  // where its value is used; differs for variables of loops
    SourcePos pos;                    // of its declaration
    // Its function defers or jumps: what is declared before it may be used when it is gone.
    bool isOrdered = false;
    bool isParam = false;
    bool escapes = false;
    int result = -1; // of the declared function
    ParamFlow flow;  // of a parameter
    llvm::SmallVector<Edge, 2> edges;
    size_t ownEdges = 0; // others are those of calls, see restart()
    // Of the walk from one root:
    uint32_t walk = 0;
    int derefs = 0;
    bool queued = false;
  };

  EscapeGraph() { locations_.emplace_back(); }

  // What lives anywhere but in frames.
  static constexpr Id kHeap = 0;

  Id add(Location location) {
    locations_.push_back(std::move(location));
    return Id(locations_.size() - 1);
  }
  Location& operator[](Id id) { return locations_[id]; }
  const std::deque<Location>& locations() const { return locations_; }

  // The value of `from`, dereferenced so many times, may get into `to`.
  void flow(Id to, Id from, int derefs, bool isCall = false);

  // Forgets edges that were added since, and what solve() found.
  void finish();
  void restart();
  // Finds out what escapes and where parameters flow to.
  void solve();

private:
  void walkFrom(Id root, std::vector<Id>& todo);
  bool outlives(const Location& root, const Location& l) const;
  bool endsBefore(const Location& root, const Location& param) const;

  std::deque<Location> locations_;
  std::vector<bool> escapesAlways_;
  uint32_t walks_ = 0;
};

} // namespace minigo
