// Packages strings, bytes and unicode/utf8, compiled from Go's source tree.
// REQUIRES: go
// RUN: %minigo run %s > %t.out
// RUN: %go run %s > %t.go && diff %t.go %t.out
package main

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

func main() {
	text := "the quick brown fox jumps over the lazy dog, thé quick"
	for _, pattern := range []string{"", "t", "the", "quick", "dog,", "é q", "zzz", text, text + "x"} {
		fmt.Println(strings.Index(text, pattern), strings.LastIndex(text, pattern), strings.Count(text, pattern),
			strings.Contains(text, pattern), bytes.Index([]byte(text), []byte(pattern)), bytes.LastIndex([]byte(text), []byte(pattern)))
	}
	fmt.Println(strings.IndexByte(text, 'q'), strings.LastIndexByte(text, 'q'), strings.IndexRune(text, 'é'), strings.IndexAny(text, "xyz"))
	fmt.Printf("%q %q %q\n", strings.Split("a,b,,c", ","), strings.SplitN("a,b,c", ",", 2), strings.SplitAfter("a,b", ","))
	fmt.Printf("%q %q\n", strings.Fields("  x  y\tz\n"), strings.FieldsFunc("a1b2c", unicode.IsDigit))
	fmt.Println(strings.Repeat("ab", 3), strings.ToUpper("hällo ß"), strings.ToLower("ÄÖ"), strings.Replace("oink oink oink", "k", "ky", 2))
	fmt.Println(strings.Map(func(r rune) rune {
		if r == 'b' {
			return -1
		}
		return r + 1
	}, "abc"), strings.TrimFunc("123abc456", unicode.IsDigit), strings.EqualFold("Straße", "STRASSE"), strings.EqualFold("Go", "GO"))
	fmt.Printf("%q %q %q %q\n", strings.Trim("xxhixx", "x"), strings.TrimLeft("xxhi", "x"), strings.TrimSuffix("a.go", ".go"), strings.TrimSpace(" \t a \n"))
	before, after, found := strings.Cut("key=value", "=")
	fmt.Println(before, after, found, strings.Compare("a", "b"), strings.Join([]string{"a", "b"}, "-"))
	fmt.Println(strings.NewReplacer("<", "&lt;", ">", "&gt;").Replace("<b>x</b>"), strings.NewReplacer("aaa", "3", "aa", "2", "a", "1").Replace("aaaaaa b a"))
	for part := range strings.SplitSeq("p,q,r", ",") {
		fmt.Print(part, ";")
	}
	for line := range strings.Lines("one\ntwo\n") {
		fmt.Printf("%q", line)
	}
	fmt.Println()
	var b strings.Builder
	for i := range 3 {
		fmt.Fprintf(&b, "%d;", i)
	}
	b.WriteByte('x')
	b.WriteRune('é')
	fmt.Println(b.String(), b.Len(), utf8.RuneCountInString(b.String()), utf8.ValidString("a\xffb"))
	r := strings.NewReader("reader")
	c, _ := r.ReadByte()
	fmt.Println(string(c), r.Len(), r.Size())
	var buf bytes.Buffer
	buf.WriteString("hello ")
	buf.Write([]byte("world"))
	line, err := buf.ReadString('o')
	fmt.Println(line, err, buf.String(), bytes.Equal([]byte("a"), []byte("a")), bytes.ToUpper([]byte("up")), bytes.Fields([]byte(" a b ")))
	for s := "aé\xff世"; s != ""; {
		r, size := utf8.DecodeRuneInString(s)
		fmt.Print(r, " ", size, "; ")
		s = s[size:]
	}
	fmt.Println(unicode.IsUpper('Ä'), unicode.Is(unicode.Han, '世'), string(unicode.ToTitle('ǆ')))
}
