// RUN: %minigo run %s | FileCheck %s
// Conversions between strings and slices of runes of all lengths, with runes of all widths, some of
// them no characters: what one conversion makes is what they make one by one.
package main

import "fmt"

var some = []rune{'a', 0, 0x7f, 0x80, 'ö', 0x7ff, 0x800, '世', 0xd7ff, 0xd800, 0xdfff, 0xe000, 0xffff,
	0x10000, '🙂', 0x10ffff, 0x110000, -1, -1 << 31, 1<<31 - 1}

func main() {
	wrong := 0
	for n := range 300 {
		runes := []rune{}
		one := ""
		seed := uint32(n)
		for range n {
			seed = seed*1664525 + 1013904223
			r := some[int(seed>>8)%len(some)]
			if n%3 == 0 {
				r = 'a' + rune(seed>>28)
			}
			runes = append(runes, r)
			one += string(r)
		}
		all := string(runes)
		back := []rune(all)
		if all != one || len(back) != n || cap(back) < n || back == nil {
			wrong++
		}
		for i, r := range back {
			want := runes[i]
			if want < 0 || want > 0x10ffff || want >= 0xd800 && want < 0xe000 {
				want = 0xfffd
			}
			if r != want {
				wrong++
			}
		}
		for _, r := range back[n:cap(back)] {
			if r != 0 {
				wrong++
			}
		}
		// Bytes that are no UTF-8 become a rune each.
		if cut := []rune(all[:len(all)-len(all)%7] + "\xff\xe4\xb8"); string(cut[len(cut)-3:]) != "\ufffd\ufffd\ufffd" {
			wrong++
		}
	}
	fmt.Println(wrong)
	// CHECK: 0
}
