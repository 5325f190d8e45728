// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// Sscan, Sscanln, Sscanf: every kind of operand and verb, errors, Scanners.
package main

import (
	"errors"
	"fmt"
)

type small int8
type word string
type raw []byte

type hexPair struct{ a, b int }

func (h *hexPair) Scan(state fmt.ScanState, verb rune) error {
	width, ok := state.Width()
	token, err := state.Token(true, func(r rune) bool { return r != ';' })
	if err != nil {
		return err
	}
	text := string(token)
	state.ReadRune()
	_, err = fmt.Sscanf(text, "%x:%x", &h.a, &h.b)
	fmt.Printf("[%c %d %v %q] ", verb, width, ok, text)
	return err
}

func words(text string, targets ...any) {
	n, err := fmt.Sscan(text, targets...)
	show(n, err, targets)
}

func line(text string, targets ...any) {
	n, err := fmt.Sscanln(text, targets...)
	show(n, err, targets)
}

func format(text, format string, targets ...any) {
	n, err := fmt.Sscanf(text, format, targets...)
	show(n, err, targets)
}

func show(n int, err error, targets []any) {
	fmt.Print(n, " ", err)
	for _, t := range targets {
		switch p := t.(type) {
		case *int:
			fmt.Print(" ", *p)
			*p = 0
		case *int8:
			fmt.Print(" ", *p)
		case *uint8:
			fmt.Print(" ", *p)
		case *uint64:
			fmt.Print(" ", *p)
		case *float64:
			fmt.Print(" ", *p)
		case *float32:
			fmt.Print(" ", *p)
		case *complex128:
			fmt.Print(" ", *p)
		case *bool:
			fmt.Print(" ", *p)
		case *string:
			fmt.Printf(" %q", *p)
			*p = ""
		case *[]byte:
			fmt.Printf(" %q", *p)
		case *small:
			fmt.Print(" ", *p)
		case *word:
			fmt.Printf(" %q", *p)
		case *raw:
			fmt.Printf(" %q", *p)
		case *rune:
			fmt.Printf(" %q", *p)
		case *hexPair:
			fmt.Print(" ", *p)
		}
	}
	fmt.Println()
}

func main() {
	var i, j, k int
	var i8 int8
	var u8 uint8
	var u64 uint64
	var f64 float64
	var f32 float32
	var c complex128
	var b, b2 bool
	var s, t string
	var by []byte
	var sm small
	var w word
	var rw raw
	var r rune
	var h hexPair

	words("1 2\n3", &i, &j, &k)
	words("  7", &i, &j)
	words("", &i)
	words("   \n", &i)
	words("x", &i)
	words("12x 3", &i, &j)
	words("0x1f 0b101 0o17", &i, &j, &k)
	words("017 1_000 -5", &i, &j, &k)
	words("- 5", &i)
	words("128", &i8)
	words("-128", &i8)
	words("256", &u8)
	words("-1", &u8)
	words("18446744073709551615", &u64)
	words("18446744073709551616", &u64)
	words("9223372036854775808", &i)
	words("1.5e3 -2.25", &f64, &f32)
	words("inf NaN", &f64, &f32)
	words("1e400", &f64)
	words("0x1p-2 .5", &f64, &f32)
	words("e5", &f64)
	words("(1+2i)", &c)
	words("1-2.5i", &c)
	words("(1+2i", &c)
	words("true F", &b, &b2)
	words("t 0", &b, &b2)
	words("tr", &b)
	words("maybe", &b)
	words("héllo wörld 日本", &s, &t, &by)
	words("5 name bytes", &sm, &w, &rw)
	words("300", &sm)
	words("1", i)
	words("1", &struct{}{})
	words("1f:2a;rest", &h, &s)

	line("1 2", &i, &j)
	line("1 2\n3", &i, &j)
	line("1\n2", &i, &j)
	line("1 2 3", &i, &j)
	line("1 2  \n", &i, &j)
	line("", &i)
	line("1\r\n", &i)

	format("10-20", "%d-%d", &i, &j)
	format("10 - 20", "%d-%d", &i, &j)
	format("10 20", "%d %d", &i, &j)
	format("10\n20", "%d %d", &i, &j)
	format("10\n20", "%d\n%d", &i, &j)
	format("10 \n 20", "%d\n%d", &i, &j)
	format("12345", "%2d%3d", &i, &j)
	format("12345", "%2d%d", &i, &j)
	format("ff 0x1F 777 101", "%x %v %o", &i, &j, &k)
	format("101", "%b", &i)
	format("U+1F600", "%U", &r)
	format("xyz", "%c%c", &r, &i)
	format(" x", "%c", &r)
	format("50%", "%d%%", &i)
	format("50", "%d%%", &i)
	format("abcdef", "%3s%s", &s, &t)
	format(`"quoted \"text\"" rest`, "%q %s", &s, &t)
	format("`raw` x", "%q", &s)
	format("unquoted", "%q", &s)
	format("68656c6c6f", "%x", &s)
	format("6865zz", "%x", &by)
	format("zz", "%X", &s)
	format("686", "%x", &s)
	format("3.25", "%f", &f64)
	format("3.25", "%4g%d", &f64, &i)
	format("x=1, y=2", "x=%d, y=%d", &i, &j)
	format("x=1; y=2", "x=%d, y=%d", &i, &j)
	format("1 2", "%d", &i, &j)
	format("1", "%d %d", &i, &j)
	format("1 2", "%d %d %d", &i, &j)
	format("1", "%z", &i)
	format("1", "%d%", &i)
	format("1", "%t", &i)
	format("1", "%d", &f64)
	format("true", "%v", &b)
	format("a  b", "a b")
	format("ab", "a b")
	format("1 \t 2", "%d %d", &i, &j)
	format("5:1f:2a;z", "%d:%5v%s", &i, &h, &s)

	var v any
	_, err := fmt.Sscan("1", &v)
	fmt.Println(err)
	_, err = fmt.Sscan("1", errors.New)
	fmt.Println(err)
}

// CHECK:3 <nil> 1 2 3
// CHECK-NEXT:1 EOF 7 0
// CHECK-NEXT:0 EOF 0
// CHECK-NEXT:0 EOF 0
// CHECK-NEXT:0 expected integer 0
// CHECK-NEXT:1 expected integer 12 0
// CHECK-NEXT:3 <nil> 31 5 15
// CHECK-NEXT:3 <nil> 15 1000 -5
// CHECK-NEXT:0 expected integer 0
// CHECK-NEXT:0 integer overflow on token 128 0
// CHECK-NEXT:1 <nil> -128
// CHECK-NEXT:0 unsigned integer overflow on token 256 0
// CHECK-NEXT:0 expected integer 0
// CHECK-NEXT:1 <nil> 18446744073709551615
// CHECK-NEXT:0 strconv.ParseUint: parsing "18446744073709551616": value out of range 18446744073709551615
// CHECK-NEXT:0 strconv.ParseInt: parsing "9223372036854775808": value out of range 0
// CHECK-NEXT:2 <nil> 1500 -2.25
// CHECK-NEXT:2 <nil> +Inf NaN
// CHECK-NEXT:0 strconv.ParseFloat: parsing "1e400": value out of range +Inf
// CHECK-NEXT:2 <nil> 0.25 0.5
// CHECK-NEXT:0 strconv.ParseFloat: parsing "e5": invalid syntax 0.25
// CHECK-NEXT:1 <nil> (1+2i)
// CHECK-NEXT:1 <nil> (1-2.5i)
// CHECK-NEXT:0 syntax error scanning complex number (1-2.5i)
// CHECK-NEXT:2 <nil> true false
// CHECK-NEXT:2 <nil> true false
// CHECK-NEXT:0 syntax error scanning boolean true
// CHECK-NEXT:1 <nil> false
// CHECK-NEXT:3 <nil> "héllo" "wörld" "日本"
// CHECK-NEXT:3 <nil> 5 "name" "bytes"
// CHECK-NEXT:0 integer overflow on token 300 5
// CHECK-NEXT:0 type not a pointer: int
// CHECK-NEXT:0 can't scan type: *struct {}
// CHECK-NEXT:[v 0 false "1f:2a"] 2 <nil> {31 42} "rest"
// CHECK-NEXT:2 <nil> 1 2
// CHECK-NEXT:2 <nil> 1 2
// CHECK-NEXT:1 unexpected newline 1 0
// CHECK-NEXT:2 expected newline 1 2
// CHECK-NEXT:2 <nil> 1 2
// CHECK-NEXT:0 EOF 0
// CHECK-NEXT:1 <nil> 1
// CHECK-NEXT:2 <nil> 10 20
// CHECK-NEXT:1 input does not match format 10 0
// CHECK-NEXT:2 <nil> 10 20
// CHECK-NEXT:1 newline in input does not match format 10 0
// CHECK-NEXT:2 <nil> 10 20
// CHECK-NEXT:2 <nil> 10 20
// CHECK-NEXT:2 <nil> 12 345
// CHECK-NEXT:2 <nil> 12 345
// CHECK-NEXT:3 <nil> 255 31 511
// CHECK-NEXT:1 <nil> 5
// CHECK-NEXT:1 <nil> '😀'
// CHECK-NEXT:2 <nil> 'x' 121
// CHECK-NEXT:1 <nil> ' '
// CHECK-NEXT:1 <nil> 50
// CHECK-NEXT:1 unexpected EOF 50
// CHECK-NEXT:2 <nil> "abc" "def"
// CHECK-NEXT:2 <nil> "quoted \"text\"" "rest"
// CHECK-NEXT:1 <nil> "raw"
// CHECK-NEXT:0 expected quoted string ""
// CHECK-NEXT:1 <nil> "hello"
// CHECK-NEXT:1 <nil> "he"
// CHECK-NEXT:0 no hex data for %x string ""
// CHECK-NEXT:0 unexpected EOF ""
// CHECK-NEXT:1 <nil> 3.25
// CHECK-NEXT:1 EOF 3.25 0
// CHECK-NEXT:2 <nil> 1 2
// CHECK-NEXT:1 input does not match format 1 0
// CHECK-NEXT:1 too many operands 1 0
// CHECK-NEXT:1 EOF 1 0
// CHECK-NEXT:2 too few operands for format '%d' 1 2
// CHECK-NEXT:0 bad verb '%z' for integer 0
// CHECK-NEXT:1 missing verb: % at end of format string 1
// CHECK-NEXT:0 bad verb '%t' for integer 0
// CHECK-NEXT:0 bad verb '%d' for float64 3.25
// CHECK-NEXT:1 <nil> true
// CHECK-NEXT:0 <nil>
// CHECK-NEXT:0 expected space in input to match format
// CHECK-NEXT:2 <nil> 1 2
// CHECK-NEXT:[v 5 true "1f:2a"] 3 <nil> 5 {31 42} ";z"
// CHECK-NEXT:can't scan type: *interface {}
// CHECK-NEXT:type not a pointer: func(string) error
