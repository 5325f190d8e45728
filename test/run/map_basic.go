// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// Maps: literals, zero values, delete, nil, struct keys, nested.
package main

import "fmt"

type key struct {
	a int
	s string
}

func main() {
	m := map[string]int{"one": 1, "two": 2}
	m["three"] = 3
	delete(m, "one")
	delete(m, "none")
	v, ok := m["one"]
	fmt.Println(m, len(m), v, ok, m["two"])
	if _, ok := m["two"]; ok {
		fmt.Println("has two")
	}
	var nilMap map[int]bool
	fmt.Println(nilMap[1], len(nilMap), nilMap == nil)
	k := map[key][]int{{1, "a"}: {1}}
	k[key{1, "a"}] = append(k[key{1, "a"}], 2)
	k[key{2, "b"}] = append(k[key{2, "b"}], 3)
	fmt.Println(k[key{1, "a"}], k[key{2, "b"}], len(k))
	nested := map[string]map[string]int{"x": {"y": 1}}
	nested["x"]["z"] = 2
	fmt.Println(nested)
	counts := map[rune]int{}
	for _, r := range "hello" {
		counts[r]++
	}
	fmt.Println(counts['l'], counts['z'], len(counts))
	sum := 0
	for k, v := range map[int]int{1: 10, 2: 20, 3: 30} {
		sum += k * v
	}
	for k := range m {
		delete(m, k)
	}
	fmt.Println(sum, len(m))
	anys := map[any]string{1: "int", "1": "string", 1.0: "float", key{1, ""}: "key"}
	fmt.Println(anys[1], anys["1"], anys[1.0], anys[key{1, ""}], anys[2] == "")
	p := &key{}
	ptrs := map[*key]int{p: 5}
	fmt.Println(ptrs[p], ptrs[&key{}])
	clear(anys)
	fmt.Println(len(anys))
	pt := map[string]*key{"k": {3, "z"}}
	pt["k"].a++
	fmt.Println(pt["k"].a, *pt["k"])
	defer func() { fmt.Println(recover()) }()
	nilMap[1] = true
}

// CHECK:map[three:3 two:2] 2 0 false 2
// CHECK-NEXT:has two
// CHECK-NEXT:false 0 true
// CHECK-NEXT:[1 2] [3] 2
// CHECK-NEXT:map[x:map[y:1 z:2]]
// CHECK-NEXT:2 0 4
// CHECK-NEXT:140 0
// CHECK-NEXT:int string float key true
// CHECK-NEXT:5 0
// CHECK-NEXT:0
// CHECK-NEXT:4 {4 z}
// CHECK-NEXT:assignment to entry in nil map
