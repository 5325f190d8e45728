// Packages io, bufio, context, regexp, strconv, text/tabwriter, compiled from Go's source tree.
// REQUIRES: go
// RUN: %minigo run %s > %t.out
// RUN: %go run %s > %t.go && diff %t.go %t.out
package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"regexp"
	"strconv"
	"strings"
	"text/tabwriter"
	"time"
)

type key struct{}

func main() {
	scanner := bufio.NewScanner(strings.NewReader("one two\nthree\n"))
	scanner.Split(bufio.ScanWords)
	for scanner.Scan() {
		fmt.Printf("%q ", scanner.Text())
	}
	reader := bufio.NewReader(strings.NewReader("first\nsecond"))
	line, err := reader.ReadString('\n')
	rest, err2 := reader.ReadString('\n')
	fmt.Printf("%q %v %q %v\n", line, err, rest, err2)
	out := bufio.NewWriter(os.Stdout)
	fmt.Fprintf(out, "buffered %v\n", out.Buffered())
	out.Flush()
	data, err := io.ReadAll(io.LimitReader(strings.NewReader("abcdefgh"), 3))
	fmt.Println(string(data), err)
	var copied strings.Builder
	n, err := io.Copy(io.MultiWriter(&copied, io.Discard), io.TeeReader(strings.NewReader("tee"), &copied))
	fmt.Println(n, err, copied.String())
	_, err = io.ReadFull(strings.NewReader("ab"), make([]byte, 3))
	fmt.Println(err, errors.Is(err, io.ErrUnexpectedEOF))
	pr, pw := io.Pipe()
	go func() {
		fmt.Fprint(pw, "through a pipe")
		pw.CloseWithError(errors.New("closed by writer"))
	}()
	all, err := io.ReadAll(pr)
	fmt.Println(string(all), err)

	ctx, cancel := context.WithTimeout(context.WithValue(context.Background(), key{}, 42), 10*time.Millisecond)
	defer cancel()
	child, cancelChild := context.WithCancelCause(ctx)
	fmt.Println(child.Value(key{}), child.Value("none"), child.Err())
	cancelChild(errors.New("cause"))
	<-child.Done()
	fmt.Println(child.Err(), context.Cause(child))
	<-ctx.Done()
	fmt.Println(ctx.Err(), errors.Is(ctx.Err(), context.DeadlineExceeded), context.WithoutCancel(ctx).Err())
	stop := context.AfterFunc(ctx, func() {})
	fmt.Println(stop(), context.Background(), context.WithoutCancel(context.TODO()))

	number, err := strconv.Atoi("12x")
	fmt.Println(number, err)
	_, err = strconv.ParseInt("99999999999999999999", 10, 64)
	fmt.Println(err, strconv.Quote("hi\n"), strconv.FormatInt(-255, 16), strconv.FormatFloat(1.0/3, 'g', 5, 64))
	re := regexp.MustCompile(`(?i)(\w+)@(\w+)\.com`)
	fmt.Println(re.FindStringSubmatch("mail BOB@Example.com now"), re.ReplaceAllString("a@b.com", "$2 at $1"), re.FindAllStringIndex("a@b.com c@d.com", -1))
	_, err = regexp.Compile("a(b")
	fmt.Println(err)
	table := tabwriter.NewWriter(os.Stdout, 0, 8, 1, '.', tabwriter.AlignRight|tabwriter.Debug)
	fmt.Fprintln(table, "a\tbbb\tc")
	fmt.Fprintln(table, "aaaa\tb\tc")
	table.Flush()
}
