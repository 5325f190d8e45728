// RUN: %minigo run %s | FileCheck %s
// Package io, and that what other packages take and return are its types.
package main

import (
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"reflect"
)

// A text is read in pieces of at most three bytes.
type text struct{ left string }

func (t *text) Read(p []byte) (int, error) {
	if t.left == "" {
		return 0, io.EOF
	}
	n := copy(p[:min(3, len(p))], t.left)
	t.left = t.left[n:]
	return n, nil
}

type memory []byte

func (m *memory) Write(p []byte) (int, error) { *m = append(*m, p...); return len(p), nil }
func (m memory) ReadAt(p []byte, off int64) (int, error) {
	if off >= int64(len(m)) {
		return 0, io.EOF
	}
	n := copy(p, m[off:])
	if n < len(p) {
		return n, io.EOF
	}
	return n, nil
}
func (m memory) WriteAt(p []byte, off int64) (int, error) { return copy(m[off:], p), nil }

type short struct{}

func (short) Write(p []byte) (int, error) { return len(p) / 2, nil }

type boundless struct{}

func (boundless) Write(p []byte) (int, error) { return len(p) + 1, nil }

func types() {
	var print func(io.Writer, string, ...any) (int, error) = fmt.Fprintf
	print(os.Stdout, "%d\n", 1) // CHECK: 1
	var _ io.ReaderFrom = os.Stdout
	var _ io.WriterTo = os.Stdin
	var values func() iter.Seq[reflect.Value] = reflect.ValueOf([]int{1}).Seq
	for v := range values() {
		fmt.Println(v) // CHECK-NEXT: 0
	}
	fmt.Printf("%T %T\n", fmt.Fscan, os.Stdout.ReadFrom) // CHECK-NEXT: func(io.Reader, ...interface {}) (int, error) func(io.Reader) (int64, error)
}

func copies() {
	var m memory
	n, err := io.Copy(&m, &text{"hello, world"})
	fmt.Println(n, err, string(m)) // CHECK-NEXT: 12 <nil> hello, world
	n, err = io.CopyN(io.Discard, &text{"abc"}, 5)
	fmt.Println(n, err) // CHECK-NEXT: 3 EOF
	n, err = io.Copy(short{}, &text{"abcdef"})
	fmt.Println(n, err) // CHECK-NEXT: 1 short write
	n, err = io.Copy(boundless{}, &text{"abcdef"})
	fmt.Println(n, err) // CHECK-NEXT: 0 invalid write result
	b := make([]byte, 8)
	for _, size := range []int{0, 4, 8, 9} {
		n, err := io.ReadAtLeast(&text{"abcdef"}, b, size)
		fmt.Print(n, " ", err, "; ") // CHECK-NEXT: 0 <nil>; 6 <nil>; 6 unexpected EOF; 0 short buffer;
	}
	all, err := io.ReadAll(io.TeeReader(io.LimitReader(&text{"abcdefgh"}, 7), &m))
	fmt.Println(string(all), err, string(m)) // CHECK: abcdefg <nil> hello, worldabcdefg
	func() {
		defer func() { fmt.Println(recover()) }() // CHECK-NEXT: empty buffer in CopyBuffer
		io.CopyBuffer(&m, &text{"x"}, []byte{})
	}()
}

func parts() {
	m := memory("0123456789")
	s := io.NewSectionReader(m, 2, 5)
	at, err := s.Seek(-2, io.SeekEnd)
	rest, _ := io.ReadAll(s)
	fmt.Println(at, err, string(rest), s.Size()) // CHECK-NEXT: 3 <nil> 56 5
	b := make([]byte, 4)
	n, err := s.ReadAt(b, 3)
	fmt.Println(n, err, string(b[:n])) // CHECK-NEXT: 2 EOF 56
	_, err = s.Seek(-1, io.SeekStart)
	_, wrong := s.Seek(0, 7)
	fmt.Println(err, wrong) // CHECK-NEXT: Seek: invalid offset Seek: invalid whence
	w := io.NewOffsetWriter(m, 6)
	io.WriteString(w, "ab")
	w.WriteAt([]byte("z"), 3)
	fmt.Println(string(m)) // CHECK-NEXT: 012345ab8z
	all, err := io.ReadAll(io.MultiReader(&text{"ab"}, io.MultiReader(), &text{"cde"}))
	fmt.Println(string(all), err) // CHECK-NEXT: abcde <nil>
	var one, two memory
	nn, err := io.WriteString(io.MultiWriter(&one, io.MultiWriter(&two), short{}, &one), "abcd")
	fmt.Println(nn, err, string(one), string(two)) // CHECK-NEXT: 2 short write abcd abcd
}

func pipes() {
	r, w := io.Pipe()
	go func() {
		fmt.Fprint(w, "first")
		fmt.Fprint(w, "second")
		w.CloseWithError(errors.New("over"))
	}()
	b := make([]byte, 4)
	for {
		n, err := r.Read(b)
		fmt.Print(string(b[:n]), "|")
		if err != nil {
			fmt.Println(err) // CHECK-NEXT: firs|t|seco|nd||over
			break
		}
	}
	_, err := w.Write(b)
	fmt.Println(err) // CHECK-NEXT: io: read/write on closed pipe
	r, w = io.Pipe()
	r.Close()
	_, err = w.Write(b)
	_, after := r.Read(b)
	fmt.Println(err, after) // CHECK-NEXT: io: read/write on closed pipe io: read/write on closed pipe
}

func main() {
	types()
	copies()
	parts()
	pipes()
}
