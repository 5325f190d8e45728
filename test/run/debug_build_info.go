// RUN: %minigo run %s | FileCheck %s --match-full-lines
// debug.ParseBuildInfo and BuildInfo.String.
package main

import (
	"fmt"
	"runtime/debug"
)

func main() {
	for _, text := range []string{
		"",
		"path\texample.com/cmd\nmod\texample.com\tv1.2.3\th1:abc=\n",
		"mod\texample.com\t(devel)\t\ndep\ta.org/x\tv0.1.0\th1:q=\ndep\tb.org/y\tv2.0.0\n=>\t./y\t(devel)\t\ndep\tc.org/z\tv1.0.0\n",
		"build\t-tags=a,b\nbuild\t\"k=y\"=\"v \\t\"\nbuild\tempty=\nbuild\t`r w`=`x`\nunknown\tline\nno tab\nno end",
		"go\tgo1.9\npath\tp\n",
		"path\n",
		"mod\ta\n",
		"mod\ta\tb\tc\td\n",
		"path\tp\n=>\ta\tb\tc\n",
		"mod\ta\tb\n=>\ta\tb\n",
		"mod\ta\tb\n=>\tc\td\te\n=>\tc\td\te\n",
		"build\t\n",
		"build\t=x\n",
		"build\tx\n",
		"build\ta b=c\n",
		"build\ta=b c\n",
		"build\t\"a\n",
		"build\t\"a\"\n",
		"build\t\"a\"x\n",
		"build\ta=\"b\n",
		"build\ta=\"b\"c\n",
	} {
		info, err := debug.ParseBuildInfo(text)
		if err != nil {
			fmt.Println(info == nil, err)
			continue
		}
		fmt.Printf("%q\n", info.String())
		for _, m := range info.Deps {
			fmt.Println(m.Path, m.Version, m.Sum, m.Replace != nil)
		}
		fmt.Printf("%+v\n", info.Settings)
	}
	fmt.Printf("%q\n", (&debug.BuildInfo{GoVersion: "go1.1", Settings: []debug.BuildSetting{{"", ""}, {"a=b", "c=d"}, {"x", "y\nz"}}}).String())
}

// CHECK: ""
// CHECK-NEXT: []
// CHECK-NEXT: "path\texample.com/cmd\nmod\texample.com\tv1.2.3\th1:abc=\n"
// CHECK-NEXT: []
// CHECK-NEXT: "mod\texample.com\t(devel)\t\ndep\ta.org/x\tv0.1.0\th1:q=\ndep\tb.org/y\tv2.0.0\n=>\t./y\t(devel)\t\n\ndep\tc.org/z\tv1.0.0\t\n"
// CHECK-NEXT: a.org/x v0.1.0 h1:q= false
// CHECK-NEXT: b.org/y v2.0.0  true
// CHECK-NEXT: c.org/z v1.0.0  false
// CHECK-NEXT: []
// CHECK-NEXT: "build\t-tags=a,b\nbuild\t\"k=y\"=\"v \\t\"\nbuild\tempty=\nbuild\t\"r w\"=x\n"
// CHECK-NEXT: [{Key:-tags Value:a,b} {Key:k=y Value:v 	} {Key:empty Value:} {Key:r w Value:x}]
// CHECK-NEXT: "path\tp\n"
// CHECK-NEXT: []
// CHECK-NEXT: ""
// CHECK-NEXT: []
// CHECK-NEXT: true could not parse Go build info: line 1: expected 2 or 3 columns; got 1
// CHECK-NEXT: true could not parse Go build info: line 1: expected 2 or 3 columns; got 4
// CHECK-NEXT: true could not parse Go build info: line 2: replacement with no module on previous line
// CHECK-NEXT: true could not parse Go build info: line 2: expected 3 columns for replacement; got 2
// CHECK-NEXT: true could not parse Go build info: line 3: replacement with no module on previous line
// CHECK-NEXT: true could not parse Go build info: line 1: build line missing '='
// CHECK-NEXT: true could not parse Go build info: line 1: build line with missing key
// CHECK-NEXT: true could not parse Go build info: line 1: build line missing '=' after key
// CHECK-NEXT: true could not parse Go build info: line 1: unquoted key "a b" must be quoted
// CHECK-NEXT: true could not parse Go build info: line 1: unquoted value "b c" must be quoted
// CHECK-NEXT: true could not parse Go build info: line 1: invalid quoted key in build line
// CHECK-NEXT: true could not parse Go build info: line 1: build line missing '=' after quoted key
// CHECK-NEXT: true could not parse Go build info: line 1: unexpected character after quoted key: 'x'
// CHECK-NEXT: true could not parse Go build info: line 1: invalid quoted value in build line
// CHECK-NEXT: true could not parse Go build info: line 1: invalid quoted value in build line
// CHECK-NEXT: "go\tgo1.1\nbuild\t\"\"=\nbuild\t\"a=b\"=c=d\nbuild\tx=\"y\\nz\"\n"
