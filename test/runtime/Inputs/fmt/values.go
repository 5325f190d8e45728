package main

import (
	"errors"
	"fmt"
	"math"
	"unsafe"
)

// The types below have twins in test/runtime/fmt_values.h.

type Point struct {
	x    int
	Name string
}

type Inner struct {
	A any
	b any
	E error
}

type Nested struct {
	P     Point
	Q     *Point
	Ints  []int
	M     map[string]int
	I     Inner
	bytes []byte
	F     func()
	C     chan int
}

type MyString string
type MyInt int
type MyBytes []byte
type MyByte byte

type Stringy int

func (s Stringy) String() string { return fmt.Sprintf("S<%d>", int(s)) }

type Holder struct {
	a Stringy
	B Stringy
}

type PtrStringy struct{ n int }

func (p *PtrStringy) String() string { return fmt.Sprint("ptr ", p.n) }

type Failure struct{ Code int }

func (f Failure) Error() string  { return fmt.Sprint("failure ", f.Code) }
func (f Failure) String() string { return "not used" }

type GoSyntax struct{ n int }

func (g GoSyntax) GoString() string { return "GoSyntax!" }

type Custom int

func (c Custom) Format(f fmt.State, verb rune) {
	w, hasW := f.Width()
	p, hasP := f.Precision()
	fmt.Fprintf(f, "[%c %d %t %d %t", verb, w, hasW, p, hasP)
	for _, c := range "+-# 0" {
		if f.Flag(int(c)) {
			fmt.Fprintf(f, " %q", c)
		}
	}
	f.Write([]byte("]"))
}

type Panicky int

func (p Panicky) String() string {
	switch p {
	case 0:
		panic("boom")
	default:
		panic(Failure{7})
	}
}

type value struct {
	name  string
	value any
}

var seven = 7

func numbers() []value {
	return []value{
		{"true", true}, {"false", false},
		{"int0", 0}, {"int1", 1}, {"int-1", -1}, {"int42", 42}, {"int-12345", -12345},
		{"intmax", math.MaxInt64}, {"intmin", math.MinInt64}, {"int8min", int8(-128)},
		{"int16", int16(-300)}, {"int64", int64(1234567890123)}, {"uint", uint(77)},
		{"uint8", uint8(255)}, {"uint16", uint16(65535)}, {"uint32", uint32(4000000000)},
		{"uint64max", uint64(math.MaxUint64)}, {"uintptr", uintptr(0xdeadbeef)},
		{"rune", 'x'}, {"emoji", '😀'}, {"zwsp", '\u200b'}, {"toolarge", 0x110000}, {"surrogate", 0xD800},
		{"newline", '\n'}, {"quote", '\''}, {"myint", MyInt(-9)},
		{"f0", 0.0}, {"f-0", math.Copysign(0, -1)}, {"f1", 1.0}, {"f1.5", 1.5}, {"f-2.25", -2.25},
		{"f100000", 100000.0}, {"f1e6", 1e6}, {"f1e20", 1e20}, {"f1e21", 1e21}, {"f1e-5", 1e-5},
		{"fsmall", 0.000123456}, {"fbig", 123456789.123}, {"f1e100", 1e100}, {"fdenormal", 5e-324},
		{"fmax", math.MaxFloat64}, {"finf", math.Inf(1)}, {"f-inf", math.Inf(-1)}, {"fnan", math.NaN()},
		{"fthird", 1.0 / 3}, {"f9.995", 9.995}, {"f0.5", 0.5}, {"f2.5", 2.5}, {"f1e23", 1e23},
		{"g0.1", float32(0.1)}, {"g16777216", float32(16777216)}, {"gmax", float32(math.MaxFloat32)},
		{"gmin", float32(math.SmallestNonzeroFloat32)}, {"g3.3", float32(3.3)},
		{"c12", complex(1, 2)}, {"c-1.5", complex(-1.5, -0.5)}, {"c64", complex64(complex(0.1, 0.2))},
		{"cinf", complex(math.Inf(1), math.NaN())}, {"c0", complex(0, math.Copysign(0, -1))},
	}
}

func texts() []value {
	return []value{
		{"sempty", ""}, {"shello", "hello"}, {"sworld", "héllo, 世界"}, {"sbad", "a\x00b\xffc"},
		{"squotes", "tab\tquote\"back`\n"}, {"sodd", "\u00a0\u200b\ufeff😀\u2028"}, {"mystring", MyString("my")},
		{"bnil", []byte(nil)}, {"bempty", []byte{}}, {"bhello", []byte("héllo\xff")},
		{"b3", [3]byte{1, 2, 255}}, {"mybytes", MyBytes("abc")}, {"mybyteslice", []MyByte{1, 2}},
	}
}

func composites() []value {
	p := Point{1, "bob"}
	return []value{
		{"nil", nil},
		{"intsnil", []int(nil)}, {"intsempty", []int{}}, {"ints", []int{1, -2, 3}},
		{"strings", []string{"a b", "c"}}, {"intss", [][]int{{1}, nil, {2, 3}}},
		{"anys", []any{1, "a", nil, 2.5, 'x'}}, {"floats", []float64{1, 2.5, 1e9}}, {"bools", []bool{true, false}},
		{"array", [3]int{1, 2, 3}}, {"array0", [0]int{}},
		{"mapnil", map[string]int(nil)}, {"mapempty", map[string]int{}},
		{"map", map[string]int{"b": 2, "a": 1, "": 0}}, {"mapint", map[int]string{3: "c", -1: "a", 2: "b"}},
		{"mapfloat", map[float64]bool{2.5: true, math.NaN(): false, math.Inf(-1): true}},
		{"mapany", map[any]int{1: 1, "a": 2, 2.5: 3, nil: 4, true: 5, 'x': 6, "B": 7, uint8(1): 8}},
		{"maparray", map[[2]int]string{{2, 1}: "x", {1, 9}: "y"}},
		{"point", p}, {"pointptr", &p}, {"pointnil", (*Point)(nil)}, {"empty", struct{}{}},
		{"nested", Nested{P: p, Ints: []int{1}, M: map[string]int{"k": 1}, I: Inner{A: 1, b: "q", E: Failure{3}}, bytes: []byte("hi")}},
		{"nestedzero", Nested{}}, {"intsptr", &[]int{1, 2}}, {"arrayptr", &[3]int{4, 5, 6}}, {"mapptr", &map[string]int{"z": 26}},
		{"intptrnil", (*int)(nil)}, {"funcnil", (func())(nil)}, {"channil", (chan int)(nil)}, {"unsafenil", unsafe.Pointer(nil)},
		{"points", []Point{p, {2, ""}}}, {"pointptrs", []*Point{nil}}, {"errornil", []error{nil}},
		{"stringy", Stringy(5)}, {"stringys", []Stringy{1, 2}}, {"holder", Holder{1, 2}},
		{"mapstringy", map[Stringy]Stringy{2: 1, 1: 2}}, {"ptrstringy", &PtrStringy{3}}, {"ptrstringyvalue", PtrStringy{3}},
		{"ptrstringynil", (*PtrStringy)(nil)}, {"failure", Failure{404}}, {"failureptr", &Failure{405}},
		{"failurenil", (*Failure)(nil)}, {"gosyntax", GoSyntax{1}}, {"gosyntaxes", []GoSyntax{{1}}},
		{"custom", Custom(1)}, {"customs", []Custom{1}}, {"panicky0", Panicky(0)}, {"panicky1", Panicky(1)}, {"panickys", []Panicky{0}}, {"error", errors.New("plain")},
	}
}
