// RUN: %minigo run %s | FileCheck %s
// Times as text and in JSON.
package main

import (
	"fmt"
	"time"
)

func main() {
	// CHECK: "2024-05-06T07:08:09.01Z" <nil>
	t := time.Date(2024, 5, 6, 7, 8, 9, 10_000_000, time.UTC)
	json, err := t.MarshalJSON()
	fmt.Println(string(json), err)
	// CHECK-NEXT: 2024-05-06T09:08:09.01+02:00 <nil>
	text, err := t.In(time.FixedZone("X", 7200)).MarshalText()
	fmt.Println(string(text), err)
	// CHECK-NEXT: true <nil>
	var back time.Time
	err = back.UnmarshalText(text)
	fmt.Println(back.Equal(t), err)
	// CHECK-NEXT: true <nil>
	err = back.UnmarshalJSON([]byte("null"))
	fmt.Println(back.Equal(t), err)
	// CHECK-NEXT: Time.UnmarshalJSON: input is not a JSON string
	fmt.Println(back.UnmarshalJSON([]byte("12")))
	// CHECK-NEXT: parsing time "x" as "2006-01-02T15:04:05Z07:00": cannot parse "x" as "2006"
	fmt.Println(back.UnmarshalJSON([]byte(`"x"`)))
	// CHECK-NEXT: Time.MarshalJSON: year outside of range [0,9999]
	_, err = time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC).MarshalJSON()
	fmt.Println(err)
	// CHECK-NEXT: Time.MarshalText: year outside of range [0,9999]
	_, err = time.Date(-1, 1, 1, 0, 0, 0, 0, time.UTC).MarshalText()
	fmt.Println(err)
}
