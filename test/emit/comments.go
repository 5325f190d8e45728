// Command comments shows that what comments say is said in C++ too.
// RUN: %minigo emit %s | FileCheck %s --match-full-lines --strict-whitespace
// RUN: %minigo emit %s > %t.cpp
// RUN: %cxx -std=c++20 -Wall -Wextra -Werror -fsyntax-only -I%minigo_dir/../lib/minigo/include %t.cpp
package main

// A Kind of thing.
//
//	Tool is the first.
type Kind int

const (
	Tool Kind = iota
	Toy
)

// A Thing has parts.
type Thing struct {
	// Name is never empty.
	Name string
	Kind Kind // what it is
	size int
}

/*
Namer is what has a name,
and tells it.
*/
type Namer interface {
	// Get tells it; not "/*".
	Get() string
}

// total counts all; the line ends in a backslash: \
var total int

var limit = 3 * step // of total

const step = 1 << 4

// Not a doc comment: an empty line follows.

//go:noinline
func (t *Thing) Get() string { return t.Name }

// grow makes the thing larger.
//
//go:noinline
func (t *Thing) grow(by Kind, c chan int) int {
	// First things first.
	total++ // one more

	/* Twice. */
	for range 2 { // of them
		total += step
	}
	if by == Toy {
		// Toys are small.
		return 1
	}
	// This one stands for nothing.
	const unused = 1
	switch by {
	// Tools come first.
	case Tool:
		t.size += 2 * step
	case Toy, Toy + 1: // the rest
		total = 0x10
	}
	f := func() { // a closure
		// In a closure.
		total--
	}
	f(); f() // both
	select {
	case v := <-c:
		// Received.
		return v
	case c <- step:
	}
	select {
	// Nothing there?
	case v := <-c:
		return v
	default:
	}
	return t.size
}

// Tricky: ends in what was a backslash once ??/
func tricky() {
	// ‮Turned around: left out.
	total = len("//") * int(max(1, '/')) // seen
	total++; /* one */ total-- // two
	total = 2 * (1 + step) /* not "*" "/" */ + 1
	if total > 1 { // only this
	}
	_ = total
}

func main() {
	tricky()
	t := &Thing{Name: "a", Kind: Toy}
	var n Namer = t
	println(n.Get(), t.grow(Toy, nil), limit)
}


//      CHECK:// Package main, made by minigo.
// CHECK-NEXT://
// CHECK-NEXT:// Command comments shows that what comments say is said in C++ too.
//      CHECK:// A Kind of thing.
// CHECK-NEXT://
// CHECK-NEXT://     Tool is the first.
// CHECK-NEXT:// comments.go:10:6: type Kind
// CHECK-NEXT:using Kind = mg::Int;
// CHECK-EMPTY:
// CHECK-NEXT:// A Thing has parts.
// CHECK-NEXT:// comments.go:18:6: type Thing
// CHECK-NEXT:struct Thing {
// CHECK-NEXT:  // Name is never empty.
// CHECK-NEXT:  mg::String Name = {};
// CHECK-NEXT:  // what it is
// CHECK-NEXT:  ::go::main::Kind Kind = 0;
// CHECK-NEXT:  mg::Int size = 0;
// CHECK-NEXT:  bool operator==(const Thing&) const = default;
// CHECK-NEXT:};
//      CHECK:// Namer is what has a name,
// CHECK-NEXT:// and tells it.
// CHECK-NEXT:// comments.go:29:6: type Namer
// CHECK-NEXT:using Namer = mg::Iface<Namer_methods>;
// CHECK-EMPTY:
// CHECK-NEXT:struct Namer_methods : mg::MethodTable {
// CHECK-NEXT:  // Get tells it; not "/*".
// CHECK-NEXT:  mg::String (*Get)(void*);
// CHECK-NEXT:};
//      CHECK:// total counts all; the line ends in a backslash: \.
// CHECK-NEXT:mg::Int total = 0;
// CHECK-EMPTY:
// CHECK-NEXT:// of total
// CHECK-NEXT:mg::Int limit = 48 /* 3 * step */;
// CHECK-EMPTY:
// CHECK-NEXT:// comments.go:44:17: func (t *Thing) Get() string
//      CHECK:// grow makes the thing larger.
// CHECK-NEXT:// comments.go:49:17: func (t *Thing) grow(by Kind, c chan int) int
// CHECK-NEXT:{{\[\[}}gnu::noinline]] mg::Int Thing_grow(mg::Ptr<Thing> t, Kind by, mg::Chan<mg::Int> c) {
// CHECK-NEXT:  // First things first.
// CHECK-NEXT:  // one more
// CHECK-NEXT:  ++total;
// CHECK-NEXT:  // Twice.
// CHECK-NEXT:  for (mg::Int i_ = 0; i_ < 2; ++i_) {
// CHECK-NEXT:    // of them
// CHECK-NEXT:    total += 16 /* step */;
// CHECK-NEXT:  }
// CHECK-NEXT:  if (by == 1 /* Toy */) {
// CHECK-NEXT:    // Toys are small.
// CHECK-NEXT:    return 1;
// CHECK-NEXT:  }
// CHECK-NEXT:  switch (by) {
// CHECK-NEXT:  case 0: // Tool
// CHECK-NEXT:    // Tools come first.
// CHECK-NEXT:    t->size += 32 /* 2 * step */;
// CHECK-NEXT:    break;
// CHECK-NEXT:  case 1: // Toy
// CHECK-NEXT:  case 2: // Toy + 1
// CHECK-NEXT:    // the rest
// CHECK-NEXT:    total = 0x10;
// CHECK-NEXT:    break;
// CHECK-NEXT:  }
// CHECK-NEXT:  auto f = [] {
// CHECK-NEXT:    // a closure
// CHECK-NEXT:    // In a closure.
// CHECK-NEXT:    --total;
// CHECK-NEXT:  };
// CHECK-NEXT:  f();
// CHECK-NEXT:  // both
// CHECK-NEXT:  f();
// CHECK-NEXT:  {
// CHECK-NEXT:    mg::Int v = 0;
// CHECK-NEXT:    switch (mg::select({c.receiving(&v), c.sending(16 /* step */)})) {
// CHECK-NEXT:    case 0: // v := <-c
// CHECK-NEXT:      // Received.
// CHECK-NEXT:      return v;
// CHECK-NEXT:    case 1: // c <- step
// CHECK-NEXT:    default: // there is no other
// CHECK-NEXT:      break;
// CHECK-NEXT:    }
// CHECK-NEXT:  }
// CHECK-NEXT:  {
// CHECK-NEXT:    mg::Int v = 0;
// CHECK-NEXT:    if (mg::trySelect({c.receiving(&v)}) == 0) {
// CHECK-NEXT:      // Nothing there?
// CHECK-NEXT:      return v;
// CHECK-NEXT:    }
// CHECK-NEXT:  }
// CHECK-NEXT:  return t->size;
// CHECK-NEXT:}
//      CHECK:// Tricky: ends in what was a backslash once ??/.
// CHECK-NEXT:// comments.go:91:6: func tricky()
// CHECK-NEXT:void tricky() {
// CHECK-NEXT:  // seen
// CHECK-NEXT:  total = 94 /* len("//") * int(max(1, '/')) */;
// CHECK-NEXT:  ++total;
// CHECK-NEXT:  // two
// CHECK-NEXT:  --total;
// CHECK-NEXT:  total = 35;
// CHECK-NEXT:  if (total > 1) {
// CHECK-NEXT:  }
// CHECK-NEXT:  static_cast<void>(total);
// CHECK-NEXT:}
