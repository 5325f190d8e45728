// Writes the table of conversions that test/runtime/strconv_table_test.cpp compares with:
//
//	go run . > ../strconv_table.txt
//
// Lines: "P" text bits64 status bits32 status for ParseFloat (status 0 fine, 1 syntax, 2 range);
// "F" bits size format precision text for FormatFloat. Fields are separated by tabs. An argument
// gives the number of random rows, for a longer check than the one that stays in the tree; the test
// reads the table that the environment variable MINIGO_STRCONV_TABLE names.
package main

import (
	"bufio"
	"errors"
	"fmt"
	"math"
	"math/rand"
	"os"
	"strconv"
	"strings"
)

var out = bufio.NewWriter(os.Stdout)

func status(err error) int {
	switch {
	case errors.Is(err, strconv.ErrSyntax):
		return 1
	case errors.Is(err, strconv.ErrRange):
		return 2
	}
	return 0
}

func parse(s string) {
	f, err := strconv.ParseFloat(s, 64)
	g, err2 := strconv.ParseFloat(s, 32)
	fmt.Fprintf(out, "P\t%s\t%x\t%d\t%x\t%d\n", s, math.Float64bits(f), status(err), math.Float32bits(float32(g)), status(err2))
}

func format(f float64, size int, verb byte, precision int) {
	fmt.Fprintf(out, "F\t%x\t%d\t%c\t%d\t%s\n", math.Float64bits(f), size, verb, precision, strconv.FormatFloat(f, verb, precision, size))
}

var edges = []float64{0, math.Copysign(0, -1), 1, 0.1, 1e23, 5e-324, math.MaxFloat64, 2.2250738585072014e-308,
	2.225073858507201e-308, 9007199254740993, 4503599627370497.5, 123456, 999999.5, 0.5, 1.5, 2.5, 1e21, 9.5, 0.05, 0.25, 0.125, 1e-7}

var texts = strings.Fields(`1_000.5 0x_1p4 0x1_p4 0x1_0p4 0x1p1_0 1e1_0 0x1p+_1 _1 1_ 0x 0x1 0x1.8p 0x.p1 0x.8p1 .5 5. . 1e 1e+ + - +nan
-inf Infinity infinit NaN nan +Inf iNf 0X1P-2 1e400 -1e400 0x1p5000 0x1p-5000 1e-400 0x1.fffffffffffff8p1023 0x1.fffffffffffff7p1023
1e99999999999999999999 1e-99999999999999999999 1..2 1.2.3 0x1.2.3p1 1e5.5 1__0 0.000000000000000000000000000001 00000000000000000001.5
9007199254740993 9007199254740992.99999999999999999999 9007199254740993.00000000000000000001 5e-324 2.4703282292062327e-324
2.4703282292062328e-324 2.47e-324 1.7976931348623157e308 1.7976931348623158e308 1.7976931348623159e308 1.797693134862315807e308
340282346638528859811704183484516925440 340282356779733661637539395458142568447 340282356779733661637539395458142568448
1.1754943508222875e-38 7.006492321624085e-46 7.006492321624086e-46 0x1.000001p0 0x1.0000010000000001p0 0x0.0000000000001p-1020
0x1p-1074 0x1p-1075 0x1.8p-1075 0x1.00000000000008p0 0x1.000000000000081p0 6.8 0x123456789abcdef0123p10 x 1e5x 0b1 0o7`)

func edgeCases() {
	for _, s := range texts {
		parse(s)
	}
	// Halfway between two floats, exactly and nearly, with more digits than any buffer.
	for _, f := range []float64{1, 1e-300, 1.5e300, 5e-324} {
		mid := strconv.FormatFloat(f, 'f', 1100, 64)
		up := strconv.FormatFloat(math.Nextafter(f, math.Inf(1)), 'f', 1100, 64)
		parse(mid)
		parse(up)
		parse(mid + "1")
	}
	halfway := "4503599627370496.5" // between two floats
	parse(halfway)
	parse(halfway + strings.Repeat("0", 900))
	parse(halfway + strings.Repeat("0", 900) + "1")
	parse("1" + strings.Repeat("0", 400) + "e-400")
	parse("0." + strings.Repeat("0", 400) + "1e401")
	for _, f := range edges {
		for _, verb := range []byte("beEfgGxX") {
			for _, precision := range []int{-1, 0, 1, 2, 5, 17, 30} {
				format(f, 64, verb, precision)
				format(float64(float32(f)), 32, verb, precision)
			}
		}
	}
}

func randomFloat(r *rand.Rand) float64 {
	switch r.Intn(4) {
	case 0:
		return math.Float64frombits(r.Uint64())
	case 1:
		return r.NormFloat64() * math.Pow(10, float64(r.Intn(20)-5))
	case 2:
		return float64(r.Intn(2000000)) / 100
	}
	return float64(r.Uint64() >> uint(r.Intn(60)))
}

func random(rows int) {
	r := rand.New(rand.NewSource(1))
	verbs := "eEfgGxXb"
	for i := 0; i < rows; i++ {
		f := randomFloat(r)
		format(f, 64, 'g', -1)
		if g := float32(f); !math.IsInf(float64(g), 0) {
			format(float64(g), 32, 'g', -1)
		}
		if math.Abs(f) < 1e30 || i%8 == 0 {
			format(f, 64, verbs[r.Intn(len(verbs))], r.Intn(25)-1)
		}
		parse(strconv.FormatFloat(f, 'e', r.Intn(30), 64))
		parse(strconv.FormatFloat(f, 'g', -1, 64))
		parse(strconv.FormatFloat(float64(math.Float32frombits(uint32(r.Uint64()))), 'e', r.Intn(12), 64))
		// A number next to the middle between two floats.
		mid := strconv.FormatFloat(math.Float64frombits(r.Uint64()&^(3<<61)|1<<61), 'e', 25, 64)
		parse(mid)
	}
}

func main() {
	defer out.Flush()
	rows := 120
	if len(os.Args) > 1 {
		rows, _ = strconv.Atoi(os.Args[1])
	}
	edgeCases()
	random(rows)
}
