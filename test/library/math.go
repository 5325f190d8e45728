// Packages math, math/bits, math/cmplx and math/rand, compiled from Go's source tree.
// REQUIRES: go
// RUN: %minigo run %s > %t.out
// RUN: %go run %s > %t.go && diff %t.go %t.out
package main

import (
	"fmt"
	"math"
	"math/bits"
	"math/cmplx"
	"math/rand"
	randv2 "math/rand/v2"
)

func main() {
	values := []float64{0, -0.5, 1, 2.5, -2.5, 10, 1e-10, 1e300, math.Inf(1), math.Inf(-1), math.NaN(), math.MaxFloat64}
	functions := map[string]func(float64) float64{}
	for _, f := range []struct {
		name string
		f    func(float64) float64
	}{{"sqrt", math.Sqrt}, {"floor", math.Floor}, {"ceil", math.Ceil}, {"trunc", math.Trunc}, {"round", math.Round}, {"abs", math.Abs},
		{"even", math.RoundToEven}, {"sin", math.Sin}, {"cos", math.Cos}, {"tan", math.Tan}, {"atan", math.Atan}, {"log", math.Log},
		{"log2", math.Log2}, {"log1p", math.Log1p}, {"cbrt", math.Cbrt}, {"tanh", math.Tanh}, {"gamma", math.Gamma}, {"erf", math.Erf}} {
		functions[f.name] = f.f
		fmt.Print(f.name)
		for _, v := range values {
			fmt.Print(" ", f.f(v))
		}
		fmt.Println()
	}
	fmt.Println(math.Pow(2, 0.5), math.Mod(7, -3), math.Hypot(3, 4), math.Atan2(1, -1), math.FMA(2, 3, 4), math.Copysign(3, -1))
	fmt.Println(math.Frexp(10))
	fmt.Println(math.Float64bits(1.5), math.IsNaN(math.NaN()), math.Signbit(math.Copysign(0, -1)), math.MaxInt64, math.Pi)
	fmt.Println(bits.OnesCount(255), bits.LeadingZeros64(1), bits.TrailingZeros(8), bits.Reverse8(1), bits.Len(1023), bits.RotateLeft32(1, 31))
	fmt.Println(bits.Mul64(1<<63, 6))
	fmt.Println(bits.Add64(1<<63, 1<<63, 1))
	fmt.Println(cmplx.Sqrt(-1), cmplx.Abs(3+4i), cmplx.Pow(1i, 2))
	rng := rand.New(rand.NewSource(42))
	fmt.Println(rng.Intn(100), rng.Perm(5), rng.Float64(), rng.NormFloat64(), rng.Int63())
	pcg := randv2.New(randv2.NewPCG(1, 2))
	fmt.Println(pcg.IntN(1000), pcg.Float64(), pcg.Perm(4), randv2.New(randv2.NewChaCha8([32]byte{1})).Uint64())
	for range 100 {
		if n := rand.Intn(10) + randv2.IntN(5); n < 0 || n > 13 {
			panic(n)
		}
	}
}
