// RUN: %minigo run %s | FileCheck %s
// Times as bytes, for gob and for others.
package main

import (
	"fmt"
	"time"
)

func main() {
	for _, t := range []time.Time{
		time.Date(2024, 2, 29, 23, 59, 58, 123456789, time.UTC),                    // CHECK: 010000000edd73117e075bcd15ffff 2024-02-29 23:59:58.123456789 +0000 UTC true <nil>
		time.Date(1, 1, 1, 0, 0, 0, 1, time.FixedZone("east", 2*3600)),             // CHECK-NEXT: 01ffffffffffffe3e0000000010078 0001-01-01 00:00:00.000000001 +0200 +0200 true <nil>
		time.Date(-5, 7, 1, 12, 0, 0, 0, time.FixedZone("odd", -(3*3600+25*60+7))), // CHECK-NEXT: 02fffffffff5a5a05300000000ff33f9 -0005-07-01 12:04:16 -0320 -0320 true <nil>
	} {
		b, err := t.MarshalBinary()
		if err != nil {
			fmt.Println(err)
		}
		var u time.Time
		err = u.GobDecode(b)
		fmt.Printf("%x %v %v %v\n", b, u, u.Equal(t), err)
	}
	_, err := time.Date(2000, 1, 1, 0, 0, 0, 0, time.FixedZone("far", 40000*60)).GobEncode()
	fmt.Println(err) // CHECK-NEXT: Time.MarshalBinary: unexpected zone offset
	var t time.Time
	fmt.Println(t.UnmarshalBinary(nil), t.UnmarshalBinary([]byte{9}), t.UnmarshalBinary(make([]byte, 1, 15)), t.UnmarshalBinary([]byte{1, 0}))
	// CHECK-NEXT: Time.UnmarshalBinary: no data Time.UnmarshalBinary: unsupported version Time.UnmarshalBinary: unsupported version Time.UnmarshalBinary: invalid length
}
