// Package reflect, and packages encoding/json and flag on top of it.
// REQUIRES: go
// RUN: %minigo run %s > %t.out
// RUN: %go run %s > %t.go && diff %t.go %t.out
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"reflect"
	"time"
)

type Inner struct {
	A int `json:"a,omitempty"`
	B []string
}

type Temp float64

func (t Temp) MarshalText() ([]byte, error) { return []byte(fmt.Sprintf("%.1f°", float64(t))), nil }

type Color struct{ r, g int }

func (c *Color) UnmarshalJSON(b []byte) error {
	_, err := fmt.Sscanf(string(b), "\"%d/%d\"", &c.r, &c.g)
	return err
}

type Doc struct {
	Name  string            `json:"name"`
	Inner Inner             `json:"inner"`
	Ptr   *Inner            `json:"ptr"`
	Map   map[string]int    `json:"map"`
	Any   any               `json:"any"`
	T     Temp              `json:"temp"`
	When  time.Duration
	Raw   json.RawMessage
	C     Color
	skip  int
	Inner2 map[string]Inner
}

func main() {
	d := Doc{Name: "x", Inner: Inner{1, []string{"p", "q"}}, Map: map[string]int{"k": 1, "b": 2}, Any: []any{1, "s", nil, 2.5}, T: 36.6, Raw: []byte(`{"z":1}`)}
	b, err := json.Marshal(d)
	fmt.Println(string(b), err)
	b, _ = json.MarshalIndent(map[string]any{"a": 1, "b": []int{1, 2}}, "", "  ")
	fmt.Println(string(b))
	var e Doc
	err = json.Unmarshal([]byte(`{"name":"y","inner":{"a":5,"B":["u"]},"ptr":{"a":7},"map":{"q":9},"any":{"deep":[1,true,null]},"C":"3/4","Inner2":{"k":{"a":2}},"When":5}`), &e)
	fmt.Printf("%+v %v %v\n", e.Inner, e.Ptr, err)
	fmt.Println(e.Name, e.Map, e.Any, e.C, e.Inner2, e.When)
	err = json.Unmarshal([]byte(`{"name":5}`), &e)
	fmt.Println(err)
	err = json.Unmarshal([]byte(`{bad`), &e)
	fmt.Println(err)
	fmt.Println(reflect.TypeOf(d).Field(0).Tag.Get("json"), reflect.TypeOf(d).NumField(), reflect.DeepEqual(d, d), reflect.DeepEqual([]int{1}, []int{2}))
	v := reflect.New(reflect.TypeOf(0))
	v.Elem().SetInt(42)
	p, ok := v.Interface().(*int)
	fmt.Println(*p, ok)
	s := reflect.MakeSlice(reflect.SliceOf(reflect.TypeOf("")), 0, 2)
	s = reflect.Append(s, reflect.ValueOf("a"), reflect.ValueOf("b"))
	ss := s.Interface().([]string)
	fmt.Println(ss, reflect.TypeOf(map[string][]int{}), reflect.TypeOf(main))
	switch x := s.Interface().(type) {
	case []string:
		fmt.Println("strings", x)
	}
	fs := flag.NewFlagSet("x", flag.ContinueOnError)
	n := fs.Int("n", 3, "count `n`")
	str := fs.String("s", "d", "text")
	fs.SetOutput(os.Stdout)
	fmt.Println(fs.Parse([]string{"-n", "7", "rest"}), *n, *str, fs.Args())
	fs.PrintDefaults()
	fmt.Println(fs.Parse([]string{"-zz"}))
}
