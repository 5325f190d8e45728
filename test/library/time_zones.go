// RUN: %minigo build -o %t %s
// RUN: mkdir -p %t.zones/Test && %t write %t.zones/Test/South
// RUN: env ZONEINFO=%t.zones %t | FileCheck --match-full-lines --check-prefixes=CHECK,UTC %s
// RUN: env ZONEINFO=%t.zones TZ=%t.zones/Test/South %t | FileCheck --match-full-lines --check-prefixes=CHECK,SOUTH %s
// Time zones: files of the database, the rule for what lies behind their last change, the local one.
package main

import (
	"encoding/binary"
	"fmt"
	"os"
	"time"
)

// file is a time zone that was at +9:00 until 1970-01-02, then at +10:00 with daylight saving time by rule.
func file(rule string) []byte {
	block := func(width int) []byte {
		b := append([]byte("TZif2"), make([]byte, 15)...)
		for _, count := range []uint32{0, 0, 0, 1, 2, 8} {
			b = binary.BigEndian.AppendUint32(b, count)
		}
		if width == 4 {
			b = binary.BigEndian.AppendUint32(b, 86400)
		} else {
			b = binary.BigEndian.AppendUint64(b, 86400)
		}
		b = append(b, 1)
		for i, offset := range []uint32{9 * 3600, 10 * 3600} {
			b = append(binary.BigEndian.AppendUint32(b, offset), 0, byte(4*i))
		}
		return append(b, "OLD\x00NEW\x00"...)
	}
	return append(append(block(4), block(8)...), "\n"+rule+"\n"...)
}

const south = "NEW-10SUM-10:30,M10.1.0,M4.1.0/2:30"

func show(t time.Time) {
	start, end := t.ZoneBounds()
	fmt.Println(t, t.IsDST(), start.UTC(), end.UTC())
}

func main() {
	if len(os.Args) > 2 {
		if err := os.WriteFile(os.Args[2], file(south), 0o666); err != nil {
			panic(err)
		}
		return
	}
	l, err := time.LoadLocation("Test/South")
	fmt.Println(l, err)
	// CHECK: Test/South <nil>
	show(time.Unix(0, 0).In(l))
	// CHECK-NEXT: 1970-01-01 09:00:00 +0900 OLD false 0001-01-01 00:00:00 +0000 UTC 1970-01-02 00:00:00 +0000 UTC
	for _, unix := range []int64{1_700_000_000, 1_720_000_000, 1_712_419_199, 1_712_419_200} {
		show(time.Unix(unix, 0).In(l))
	}
	// CHECK-NEXT: 2023-11-15 08:43:20 +1030 SUM true 2023-09-30 16:00:00 +0000 UTC 2024-01-01 00:00:00 +0000 UTC
	// CHECK-NEXT: 2024-07-03 19:46:40 +1000 NEW false 2024-04-06 16:00:00 +0000 UTC 2024-10-05 16:00:00 +0000 UTC
	// CHECK-NEXT: 2024-04-07 02:29:59 +1030 SUM true 2024-01-01 00:00:00 +0000 UTC 2024-04-06 16:00:00 +0000 UTC
	// CHECK-NEXT: 2024-04-07 02:00:00 +1000 NEW false 2024-04-06 16:00:00 +0000 UTC 2024-10-05 16:00:00 +0000 UTC
	fmt.Println(time.ParseInLocation(time.UnixDate, "Mon Jan  1 10:00:00 SUM 2024", l))
	// CHECK-NEXT: 2024-01-01 10:00:00 +0000 SUM <nil>
	fmt.Println(time.ParseInLocation(time.UnixDate, "Mon Jan  1 10:00:00 NEW 2024", l))
	// CHECK-NEXT: 2024-01-01 10:30:00 +1030 SUM <nil>
	for _, rule := range []string{"", "X-1", "<+07>-7", "ABC8", "ABC8DEF", "ABC8DEF,J60/0,J300/25", "ABC8DEF,59,300/-1:15", "ABC8DEF,M13.1.1,M1.1.1"} {
		l, err := time.LoadLocationFromTZData("by rule", file(rule))
		if err != nil {
			panic(err)
		}
		fmt.Println(time.Unix(1_710_000_000, 0).In(l), time.Unix(1_730_000_000, 0).In(l))
	}
	// CHECK-NEXT: 2024-03-10 02:00:00 +1000 NEW 2024-10-27 13:33:20 +1000 NEW
	// CHECK-NEXT: 2024-03-10 02:00:00 +1000 NEW 2024-10-27 13:33:20 +1000 NEW
	// CHECK-NEXT: 2024-03-09 23:00:00 +0700 +07 2024-10-27 10:33:20 +0700 +07
	// CHECK-NEXT: 2024-03-09 08:00:00 -0800 ABC 2024-10-26 19:33:20 -0800 ABC
	// CHECK-NEXT: 2024-03-09 08:00:00 -0800 ABC 2024-10-26 20:33:20 -0700 DEF
	// CHECK-NEXT: 2024-03-09 09:00:00 -0700 DEF 2024-10-26 20:33:20 -0700 DEF
	// CHECK-NEXT: 2024-03-09 09:00:00 -0700 DEF 2024-10-26 20:33:20 -0700 DEF
	// CHECK-NEXT: 2024-03-10 02:00:00 +1000 NEW 2024-10-27 13:33:20 +1000 NEW
	for n := range 150 {
		if _, err := time.LoadLocationFromTZData("cut", file("")[:n]); err == nil && n < 119 {
			fmt.Println("accepted", n, "bytes")
		}
	}
	for _, name := range []string{"Test/None", "../Test/South", "/Test/South", "Test/../South", `Test\South`} {
		_, err := time.LoadLocation(name)
		fmt.Println(err)
	}
	// CHECK-NEXT: unknown time zone Test/None
	// CHECK-COUNT-3: time: invalid location name
	// CHECK-NEXT: unknown time zone Test\South
	t := time.Unix(1_720_000_000, 0)
	fmt.Println("local", t.Format(time.RFC1123))
	// UTC: local {{.*}}
	// SOUTH: local Wed, 03 Jul 2024 19:46:40 NEW
}
