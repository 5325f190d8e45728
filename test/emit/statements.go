// How statements read in C++: nil, loops over elements, cases, results, temporaries.
// RUN: %minigo emit %s | FileCheck %s
package main

import "errors"

type node struct {
	Next  *node
	Words map[string]int
	Limit int
}

func (n *node) Full() bool { return len(n.Words) >= n.Limit }

// CHECK-LABEL: bool node_Full(
// CHECK-NEXT:   return n->Words.len() >= n->Limit;

func find(all []*node, c chan *node, f func() error) (n *node, err error) {
	if err := f(); err != nil {
		return nil, err
	}
	for _, n := range all {
		if n.Words == nil {
			return n, nil
		}
	}
	for n := range c {
		n.Limit++
	}
	if f == nil {
		return nil, errors.New("no f")
	}
	return all[0], nil
}

// CHECK-LABEL: {{^.*}}inline mg::Results<mg::Ptr<node>, mg::Error> find(
// CHECK-NEXT: mg::Func<mg::Error()> f) {
// CHECK-NEXT:   if (mg::Error err2_ = f(); err2_ != nullptr) {
// CHECK-NEXT:     return {nullptr, err2_};
// CHECK-NEXT:   }
// CHECK-NEXT:   for (mg::Ptr<node> n2_ : all) {
// CHECK-NEXT:     if (n2_->Words == nullptr) {
// CHECK-NEXT:       return {n2_, nullptr};
// CHECK-NEXT:     }
// CHECK-NEXT:   }
// CHECK-NEXT:   for (mg::Ptr<node> n2_ : c) {
// CHECK-NEXT:     ++n2_->Limit;
// CHECK-NEXT:   }
// CHECK-NEXT:   if (f == nullptr) {
// CHECK-NEXT:     return {nullptr, errors::New("no f"_s)};
// CHECK-NEXT:   }
// CHECK-NEXT:   return {all[0], nullptr};

func guarded(n *node) (m *node, err error) {
	defer func() { recover() }()
	m = n.Next
	return m, nil
}

// CHECK-LABEL: mg::Results<mg::Ptr<node>, mg::Error> guarded(
// CHECK:          m = n->Next;
// CHECK-NEXT:     err = nullptr;
// CHECK-NEXT:   });

func choose(a, b chan int, k int) int {
	switch k {
	case 1:
		return 10
	case 2, 3:
		n := k * k
		println(n)
	}
	select {
	case n := <-a:
		return n
	case b <- 1:
		return 2
	}
}

// CHECK-LABEL: mg::Int choose(
// CHECK-NEXT:   switch (k) {
// CHECK-NEXT:   case 1:
// CHECK-NEXT:     return 10;
// CHECK-NEXT:   case 2:
// CHECK-NEXT:   case 3: {
// CHECK-NEXT:     mg::Int n = k * k;
// CHECK-NEXT:     mg::println(n);
// CHECK-NEXT:     break;
// CHECK-NEXT:   }
// CHECK-NEXT:   }
// CHECK:        switch (mg::select({a.receiving(&n), b.sending(1)})) {
// CHECK-NEXT:   case 0:
// CHECK-NEXT:     return n;
// CHECK-NEXT:   case 1:
// CHECK-NEXT:   default:
// CHECK-NEXT:     return 2;
// CHECK-NEXT:   }

func main() {
	n, err := find(nil, nil, nil)
	m, _ := guarded(n)
	println(err == nil, m == nil, choose(nil, nil, 1), (&node{}).Full())
}
