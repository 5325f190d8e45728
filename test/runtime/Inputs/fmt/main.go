// Writes the table of formatted values that test/runtime/fmt_table_test.cpp compares with:
//
//	go run . > ../fmt_table.txt
//
// A line "@" and names, separated by blanks, chooses operands; the lines below it apply a function
// of package fmt to them: "f" and a format for Sprintf, "p" for Sprint, "l" for Sprintln, "e" and a
// format for Errorf. After a tab comes what Go gives. Bytes outside printable ASCII, tabs, newlines
// and backslashes are written \xNN.
//
// An argument adds that many rows with random formats, for a longer check than the one that stays in
// the tree; the test reads the table that the environment variable MINIGO_FMT_TABLE names.
package main

import (
	"bufio"
	"errors"
	"fmt"
	"math/rand"
	"os"
	"strconv"
	"strings"
)

var out = bufio.NewWriter(os.Stdout)
var all = map[string]any{}

func escape(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if c := s[i]; c < ' ' || c > '~' || c == '\\' {
			fmt.Fprintf(&b, "\\x%02x", c)
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}

func row(kind, format, result string) {
	if kind == "f" && strings.Contains(format, "p") && !strings.Contains(result, "%!p(") {
		return // an address
	}
	fmt.Fprintf(out, "%s%s\t%s\n", kind, escape(format), escape(result))
}

func operands(names string) []any {
	fmt.Fprintf(out, "@%s\n", names)
	var list []any
	for _, name := range strings.Fields(names) {
		v, ok := all[name]
		if !ok {
			panic("no value " + name)
		}
		list = append(list, v)
	}
	return list
}

func each(values []value, formats []string) {
	for _, v := range values {
		list := operands(v.name)
		for _, f := range formats {
			row("f", f, fmt.Sprintf(f, list...))
		}
	}
}

func wrapped(err error) string {
	s := fmt.Sprintf("%s|%T", err, err)
	if one := errors.Unwrap(err); one != nil {
		return s + "|" + one.Error()
	}
	if many, ok := err.(interface{ Unwrap() []error }); ok {
		for _, e := range many.Unwrap() {
			s += "|" + e.Error()
		}
	}
	return s
}

func combinations() {
	for _, c := range []struct{ names, formats string }{
		{"int1 int42", "%d %d~%[2]d %[1]d~%[1]d %[1]v~%d~%d %d %d~%[3]d~%[2]d %d~%[x]d %d~%[]d~%[1]~%[1~%[~%[2]*[1]d~%[0]d~%[-1]d~%[1]%~%d %~%!~%~%z %d~%5%~%-5%|~%é~%d%%~%*d~%-*d|~%0*d~%.*d~%.d %d~%.[2]*[1]d~%[1]5d~%[1].5d~%.[1]5d~%100000001d~%.100000001d~% d|%+d~%d\n%d~%[2]v%[1]*d~hello~~%v%%%v~%+-#5d|~%w~%[99999999999]d"},
		{"int-1 int42", "%*d|~%0*d|~%.*d~%-*d|"},
		{"shello int42", "%*d~%.*d~%s %d~%d %s~%[2]*[1]s|~%-[2]*[1]s|~%x %x~%v %v~%[2]v"},
		{"intmax int42", "%*d~%.*d"}, {"uint8 int42", "%*d|~%.*d"}, {"uint64max int1", "%*d"}, {"nil int1", "%*d~%v %v"},
		{"int1 int42 shello", "%d~%d %d~%[1]d~%v %[3]v~%[3]*.[2]*[1]f~%[1]*.[1]*[2]d~%[2]*.[1]*d"},
		{"fthird", "%6.2f|~%-8.3f|~%+8.3f|~%08.3f|~%.0f~%.20f~%6.3g~%#6.3g~%.10e~%20.10E|~%.3x~%.0x~%.1b"},
		{"nil", "~x~%d~%s"}, {"", "~x~%d~%!~%%"}, {"point nil", "x"}, {"stringy failure error", "%v %v %v~x~%d %d~%s|%q|%x"},
		{"panicky1 failure", "%v %v~x"},
	} {
		list := operands(c.names)
		for _, f := range strings.Split(c.formats, "~") {
			row("f", f, fmt.Sprintf(f, list...))
		}
		row("p", "", fmt.Sprint(list...))
		row("l", "", fmt.Sprintln(list...))
	}
	for _, names := range []string{"int1 int42 shello shello int1", "shello", "nil nil", "point stringy shello true", "f1.5 c12 bhello"} {
		list := operands(names)
		row("p", "", fmt.Sprint(list...))
		row("l", "", fmt.Sprintln(list...))
	}
	for _, c := range []struct{ names, formats string }{
		{"error", "x: %w~%w~%v~x~%[1]w %[1]w"}, {"error failure", "%w and %w~%v %w~%[2]w %[1]w~%w"},
		{"int1", "%w~%d"}, {"int1 error", "%w %w~%[2]w"}, {"nil", "%w"}, {"shello", "plain~%s"}, {"failureptr error", "%w, %+w, %w"},
	} {
		list := operands(c.names)
		for _, f := range strings.Split(c.formats, "~") {
			row("e", f, wrapped(fmt.Errorf(f, list...)))
		}
	}
}

func random(rows int, values []value) {
	r := rand.New(rand.NewSource(1))
	pieces := strings.Split("#~+~-~ ~0~0~1~2~5~12~.~.~*~[1]~[2]~[3]~[~]~%~!", "~")
	verbs := "vvvdsqxXeEfFgGbcoOtTUwzpé%"
	for i := 0; i < rows; i++ {
		var names []string
		for n := r.Intn(4); n >= 0; n-- {
			names = append(names, values[r.Intn(len(values))].name)
		}
		list := operands(strings.Join(names, " "))
		for n := 0; n < 4; n++ {
			format := ""
			for d := r.Intn(3); d >= 0; d-- {
				format += "%"
				for p := r.Intn(5); p > 0; p-- {
					format += pieces[r.Intn(len(pieces))]
				}
				verb := []rune(verbs)[r.Intn(len([]rune(verbs)))]
				format += string(verb) + "|"
			}
			if s := fmt.Sprintf(format, list...); len(s) < 4000 {
				row("f", format, s)
			}
		}
	}
}

func main() {
	defer out.Flush()
	for _, list := range [][]value{numbers(), texts(), composites()} {
		for _, v := range list {
			all[v.name] = v.value
		}
	}
	common := strings.Split("%v~%+v~%#v~%T~%d~%s~%q~%x~%X~%t~%z~%8v|~%-8v|~%08v|", "~")
	each(numbers(), append(common, strings.Split("%+d~% d~%#x~%#X~%o~%O~%#o~%b~%#b~%c~%+q~%U~%#U~%#10U|~%e~%E~%f~%F~%g~%G~%.2f~%8.3f|~%08.2f|~%+.1e~%-10.1f|~% .3g~%#g~%#.3g~%#f~%#.0f~%#.0e~%#x~%.3x~%#.3X~%6d|~%-6d|~%06d|~%+06d|~% 06d|~%-06d|~%.0d~%.5d~%8.5d|~%08.5d|~%#08x|~%+v~%6c|~%06c|~%6q|~%.17g~%.30f~%030.3e|~%+08.2f|~%p~%w~%.3v~%10.3v|~%+10v|", "~")...))
	each(texts(), append(common, strings.Split("%#q~%+q~%#+q~% x~% X~%# x~%#x~%.2s~%.3q~%.2x~%10s|~%-10s|~%010s|~%10.2s|~%10q|~%-10q|~%10x|~%-10x|~%010x|~%# 20x|~%.0s~%c~%U~%e~%.3v", "~")...))
	each(composites(), append(common, strings.Split("%3d~%03d~%-4v|~%+q~% x~%#x~%#v~%6.2f~%.1f~%c~%5t~%+d~%#s~%#q~%p~%w~%+.3v~%o", "~")...))
	combinations()
	if len(os.Args) > 1 {
		rows, _ := strconv.Atoi(os.Args[1])
		random(rows, append(append(numbers(), texts()...), composites()...))
	}
}
