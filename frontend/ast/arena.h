// Memory of a parsed package. Nodes are never freed one by one; all go with the arena.
#pragma once

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/Allocator.h"

#include <type_traits>
#include <utility>

namespace minigo {

class Arena {
public:
  // Makes a T that lives as long as the arena. T's destructor is not run.
  template <class T, class... A>
  T* make(A&&... args) {
    static_assert(std::is_trivially_destructible_v<T>, "arena objects are not destroyed");
    return new (allocator_.Allocate<T>()) T(std::forward<A>(args)...);
  }

  // A copy of the elements that lives as long as the arena.
  template <class T>
  llvm::ArrayRef<T> copy(llvm::ArrayRef<T> elements) {
    return elements.copy(allocator_);
  }

  // The one stored copy of a text: equal names have equal data pointers.
  llvm::StringRef intern(llvm::StringRef text) { return names_.insert(text).first->getKey(); }

  size_t bytesAllocated() const { return allocator_.getTotalMemory(); }

private:
  llvm::BumpPtrAllocator allocator_;
  llvm::StringSet<llvm::BumpPtrAllocator> names_;
};

} // namespace minigo
