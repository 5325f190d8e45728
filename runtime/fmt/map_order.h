// The entries of a map in the order in which fmt prints them: ascending keys.
#pragma once

#include "minigo/map.h"
#include "runtime/fmt/value.h"

namespace mg::fmt {

// Three-way order of two map keys of one type: numbers and strings ascending, NaN before all other
// floats, false before true, pointers by address, structs and arrays element by element, interfaces
// by dynamic type first.
int compareKeys(const Value& a, const Value& b);

class SortedMap {
public:
  explicit SortedMap(const Value& map);
  Int count() const { return count_; }
  Value key(Int i) const { return {type_->key, entries_[i].key, exported_}; }
  Value elem(Int i) const { return {type_->elem, entries_[i].elem, exported_}; }

private:
  struct Entry {
    void* key;
    void* elem;
  };
  bool less(const Entry& a, const Entry& b) const;
  void sort();
  void siftDown(Int root, Int end);

  const Type* type_;
  bool exported_;
  Int count_ = 0;
  Entry* entries_ = nullptr;
};

} // namespace mg::fmt
