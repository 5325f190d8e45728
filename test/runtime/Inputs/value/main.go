// Writes the table that test/runtime/value_table_test.cpp compares with:
//
//	go run . > ../value_table.txt
//
// Lines, all numbers unsigned hexadecimal bits unless said otherwise:
//
//	C f64 int8 int16 int32 int64 uint8 uint16 uint32 uint64    conversions of a float64
//	c f32 …                                                   of a float32
//	/ a.re a.im b.re b.im q.re q.im                           complex128 division
//	G size pointers length capacity more result               append: decimal; result is the new capacity
//	U bytes                                                   a string, then its runes: index and rune, decimal
//	B length bytes runes                                      decimal: capacities of []byte(s), []rune(s)
//	M a b min max                                             float64 min and max
package main

import (
	"bufio"
	"fmt"
	"math"
	"math/rand"
	"os"
	"strings"
	"unsafe"
)

var out = bufio.NewWriter(os.Stdout)

type number interface{ ~float32 | ~float64 }

//go:noinline
func convert[F number](f F) []any {
	return []any{uint8(int8(f)), uint16(int16(f)), uint32(int32(f)), uint64(int64(f)), uint8(f), uint16(f), uint32(f), uint64(f)}
}

//go:noinline
func divide(a, b complex128) complex128 { return a / b }

func conversions(r *rand.Rand) {
	floats := []float64{0, 0.9, -0.9, 127, 128, -129, 255, 256, 65535, 65536, 70000, -70000, 1 << 31, -1 << 31, 1<<31 - 1, 1 << 32, 3e9, -3e9, 1 << 63, 1.5 * (1 << 63), 1 << 64, 1e20, -1e20, math.NaN(), math.Inf(1), math.Inf(-1), -1 << 63, 9.3e18}
	for i := 0; i < 200; i++ {
		floats = append(floats, r.NormFloat64()*math.Pow(10, float64(r.Intn(22))))
	}
	row := func(kind string, bits any, results []any) {
		fmt.Fprintf(out, "%s %x", kind, bits)
		for _, v := range results {
			fmt.Fprintf(out, " %x", v)
		}
		fmt.Fprintln(out)
	}
	for _, f := range floats {
		row("C", math.Float64bits(f), convert(f))
		row("c", math.Float32bits(float32(f)), convert(float32(f)))
	}
}

func complexes() {
	parts := []float64{0, math.Copysign(0, -1), 1, -2.5, 1e300, 1e-300, math.Inf(1), math.Inf(-1), math.NaN()}
	bits := func(f float64) uint64 {
		if f != f {
			return 0x7ff8000000000001
		}
		return math.Float64bits(f)
	}
	for i := 0; i < len(parts)*len(parts)*len(parts)*len(parts); i += 7 {
		n := len(parts)
		a := complex(parts[i%n], parts[i/n%n])
		b := complex(parts[i/n/n%n], parts[i/n/n/n%n])
		q := divide(a, b)
		fmt.Fprintf(out, "/ %x %x %x %x %x %x\n", bits(real(a)), bits(imag(a)), bits(real(b)), bits(imag(b)), bits(real(q)), bits(imag(q)))
	}
	for _, a := range parts {
		for _, b := range parts {
			fmt.Fprintf(out, "M %x %x %x %x\n", bits(a), bits(b), bits(min(a, b)), bits(max(a, b)))
		}
	}
}

var keep any

func grow[T any](r *rand.Rand, pointers int) {
	var zero T
	for i := 0; i < 60; i++ {
		length := r.Intn(1 << uint(r.Intn(12)))
		s := make([]T, length, length+r.Intn(4))
		more := r.Intn(1<<uint(r.Intn(9))) + 1
		t := append(s, make([]T, more)...)
		keep = t
		fmt.Fprintf(out, "G %d %d %d %d %d %d\n", unsafe.Sizeof(zero), pointers, len(s), cap(s), more, cap(t))
	}
}

func texts(r *rand.Rand) {
	pieces := []string{"a", "é", "世", "😀", "\xff", "\xc0\x80", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xe4\xb8", "\xf0\x9f\x98", "\x80", "\U0010ffff", "\u0800", "\xf0\x80\x80\x80", "\xe0\x80\x80"}
	for i := 0; i < 150; i++ {
		s := ""
		for j := r.Intn(6); j >= 0; j-- {
			s += pieces[r.Intn(len(pieces))]
		}
		fmt.Fprintf(out, "U %x", s)
		for i, c := range s {
			fmt.Fprintf(out, " %d %d", i, c)
		}
		fmt.Fprintln(out)
	}
	for i := 1; i < 100; i += 3 {
		s := strings.Repeat("x", i)
		b, c := []byte(s), []rune(s)
		keep = []any{b, c}
		fmt.Fprintf(out, "B %d %d %d\n", i, cap(b), cap(c))
	}
}

func main() {
	defer out.Flush()
	r := rand.New(rand.NewSource(1))
	conversions(r)
	complexes()
	grow[byte](r, 0)
	grow[int16](r, 0)
	grow[int64](r, 0)
	grow[[3]int32](r, 0)
	grow[[5]int64](r, 0)
	grow[[100]byte](r, 0)
	grow[*int](r, 1)
	grow[string](r, 1)
	grow[[]int](r, 1)
	grow[struct {
		a [7]int
		p *int
	}](r, 1)
	texts(r)
}
