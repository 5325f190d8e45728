#include "codegen/analyze/escape_graph.h"

namespace minigo {

void EscapeGraph::flow(Id to, Id from, int derefs, bool isCall) {
  if (to == from && derefs >= 0) return;
  if (to == kHeap && derefs < 0) {
    locations_[from].escapes = true;
    return;
  }
  locations_[to].edges.push_back({from, derefs, isCall});
}

void EscapeGraph::finish() {
  for (Location& l : locations_) {
    l.ownEdges = l.edges.size();
    escapesAlways_.push_back(l.escapes);
  }
}

void EscapeGraph::restart() {
  for (size_t i = 0; i < locations_.size(); ++i) {
    Location& l = locations_[i];
    l.edges.truncate(l.ownEdges);
    l.escapes = escapesAlways_[i];
    l.flow = {};
  }
}

// Whether root may be used when l is gone.
bool EscapeGraph::outlives(const Location& root, const Location& l) const {
  if (&root == &locations_[kHeap] || root.escapes || root.result >= 0) return true;
  return !l.lives.contains(root.holds) || (l.isOrdered && root.pos < l.pos);
}

// Whether root is part of the literal that param belongs to: it is gone when a call of it returns.
bool EscapeGraph::endsBefore(const Location& root, const Location& param) const {
  return !root.escapes && root.result < 0 && &root != &locations_[kHeap] &&
         param.holds.contains(root.holds);
}

void EscapeGraph::walkFrom(Id rootId, std::vector<Id>& todo) {
  Location& root = locations_[rootId];
  const uint32_t walk = ++walks_;
  root.walk = walk;
  root.derefs = 0;
  std::vector<Id> queue{rootId};
  while (!queue.empty()) {
    Location& l = locations_[queue.back()];
    const Id id = queue.back();
    queue.pop_back();
    const bool isAddress = l.derefs < 0;
    // Of `root = &l; l = x`, l's address gets to root, but x's does not.
    const int derefs = isAddress ? 0 : l.derefs;
    if (id != rootId && outlives(root, l)) {
      if (l.isParam) {
        const bool toResult = root.result >= 0 && !root.escapes;
        if (toResult && l.flow.results.size() <= size_t(root.result))
          l.flow.results.resize(size_t(root.result) + 1, ParamFlow::kNowhere);
        int& least = toResult ? l.flow.results[size_t(root.result)] : l.flow.heap;
        least = std::min(least, derefs);
      }
      if (isAddress && !l.escapes) {
        l.escapes = true;
        if (!l.queued) todo.push_back(id);
        l.queued = true;
        continue;
      }
    }
    for (const Edge& edge : l.edges) {
      Location& from = locations_[edge.from];
      if (from.escapes || (edge.isCall && endsBefore(root, l))) continue;
      const int least = derefs + edge.derefs;
      if (from.walk == walk && from.derefs <= least) continue;
      from.walk = walk;
      from.derefs = least;
      queue.push_back(edge.from);
    }
  }
}

void EscapeGraph::solve() {
  std::vector<Id> todo;
  for (size_t i = locations_.size(); i-- > 0;) {
    locations_[i].queued = !locations_[i].edges.empty();
    if (locations_[i].queued) todo.push_back(Id(i));
  }
  while (!todo.empty()) {
    Id root = todo.back();
    todo.pop_back();
    locations_[root].queued = false;
    walkFrom(root, todo);
  }
  // A parameter on the heap is a copy: what it holds is there as well.
  for (Location& l : locations_)
    if (l.isParam && l.escapes) l.flow.heap = 0;
}

} // namespace minigo
