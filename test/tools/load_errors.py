"""What is wrong with go.mod, go.work, directories and names of files, before anything is compiled.

    load_errors.py tool [argument…]

Runs the tool (`minigo check`, `go build`) in each module below; its status must be 1 and its messages those that stand
there, where DIR is the module's directory. Prints those that are not, and how many are."""
import os
import pathlib
import subprocess
import sys
import tempfile

TOOL = sys.argv[1:]
MAIN = "package main\n\nfunc main() {}\n"
MOD = "module m\n\ngo 1.26\n"


def mod(lines):
    return {"go.mod": MOD + lines, "x.go": MAIN}


def importing(*paths, **files):
    return {"go.mod": MOD, "x.go": "package main\n\n" + "".join(f'import _ "{p}"\n' for p in paths) + "func main() {}\n", **files}


NO_MODULE = "go: go.mod file not found in current directory or any parent directory; see 'go help modules'"
OUTSIDE = "{} main module or its selected dependencies"
PARSING = "go: errors parsing go.mod:\ngo.mod:"
# Name: files, arguments, messages. Where a name holds a slash, the tool runs in that folder.
CASES = {
    # go.mod: syntax
    "bom": ({"go.mod": "\ufeffmodule m\n", "x.go": MAIN}, [], PARSING + "1: unexpected input character '\\ufeff'"),
    "comment": (mod("exclude a.b/c /* no */ v1.0.0\n"), [], PARSING + "4:15: mod files must use // comments (not /* */ comments)"),
    "newline in string": (mod('exclude "a\n'), [], PARSING + "4:11: unexpected newline in string"),
    "end in string": (mod("exclude `a"), [], PARSING + "4:9: unexpected EOF in string"),
    "behind paren": (mod("require (\n) x\n"), [], PARSING + "5:4: syntax error (expected newline after closing paren)"),
    "open block": (mod("require (\n\ta.b/c v1.0.0\n"), [], PARSING + "6: syntax error (unterminated block started at DIR/go.mod:4:1)"),
    "open block at the end": (mod("require (\n\ta.b/c v1.0.0"), [], PARSING + "5:14: syntax error (unterminated block started at DIR/go.mod:4:1)"),
    "unknown block": (mod("foo (\n\ta\n)\ngo (\n)\n"), [], PARSING + "4: unknown block type: foo\ngo.mod:7: unknown block type: go"),
    # go.mod: directives
    "usage": (mod("go 1.25\ntoolchain foo\ntool\nexclude a.b/c\nmodule n\nrequire (\n\ta.b/c v1.0.0 x\n)\n)\n"), [],
              PARSING + "4: repeated go statement\ngo.mod:5: invalid toolchain version 'foo': must match format go1.23.0 or default\n"
              "go.mod:6: tool directive expects exactly one argument\ngo.mod:7: usage: exclude module/path v1.2.3\n"
              "go.mod:8: repeated module statement\ngo.mod:10:2: usage: require module/path v1.2.3\ngo.mod:12: unknown directive: )"),
    "godebug": (mod("godebug (\n\tpanicnil=0\n)\ngodebug foo=1\n"), [], 'go: error loading go.mod:\ngo.mod:7: unknown godebug "foo"'),
    "godebug usage": (mod("godebug panicnil\ngodebug a b\n"), [], PARSING + "4: usage: godebug key=value\ngo.mod:5: usage: godebug key=value"),
    "major versions": (mod("require a.b/c/v2 v1.0.0\nrequire a.b/c v2.0.0\nrequire a.b/c/v1 v1.0.0\nrequire gopkg.in/x.v2 v1.0.0\n"
                           "require a.b/d v2.0.0+incompatible\n"), [],
                       PARSING + '4: require a.b/c/v2: version "v1.0.0" invalid: should be v2, not v1\n'
                       'go.mod:5: require a.b/c: version "v2.0.0" invalid: should be v0 or v1, not v2\n'
                       'go.mod:6: require a.b/c/v1: version "v1.0.0" invalid: malformed module path "a.b/c/v1"\n'
                       'go.mod:7: require gopkg.in/x.v2: version "v1.0.0" invalid: should be v2, not v1'),
    "replacements": (mod("replace a.b/c => ../nix v1.0.0\nreplace a.b/c => d\nreplace a.b/c => d@v1\nreplace a.b/c -> d\nreplace a.b/c/v2 v1.0.0 => ./x\n"), [],
                     PARSING + '4: replacement module directory path "../nix" cannot have version\n'
                     "go.mod:5: replacement module without version must be directory path (rooted or starting with . or ..)\n"
                     "go.mod:6: replacement module must match format 'path version', not 'path@version'\n"
                     "go.mod:7: usage: replace module/path [v1.2.3] => other/module v1.4\n\t or replace module/path [v1.2.3] => ../local/directory\n"
                     'go.mod:8: replace a.b/c/v2: version "v1.0.0" invalid: should be v2, not v1'),
    "below/sub": ({"go.mod": MOD + "foo\n", "sub/x.go": MAIN}, [], "go: errors parsing ../go.mod:\n../go.mod:4: unknown directive: foo"),
    "of a file": (mod("foo\n"), ["x.go"], PARSING + "4: unknown directive: foo"),
    # paths of modules and directories
    "blank in path": ({"go.mod": 'module "a b"\n', "x.go": MAIN}, [], "go: malformed module path \"a b\": invalid char ' '"),
    "dots in path": ({"go.mod": "module ../x\n", "x.go": MAIN}, [], 'go: malformed module path "../x": invalid path element ".."'),
    "dot behind path": ({"go.mod": "module m.\n", "x.go": MAIN}, [], 'go: malformed module path "m.": trailing dot in path element'),
    "slash behind path": ({"go.mod": "module m/\n", "x.go": MAIN}, [], 'go: malformed module path "m/": trailing slash'),
    "device": ({"go.mod": "module con\n", "x.go": MAIN}, [], 'go: malformed module path "con": "con" disallowed as path element component on Windows'),
    "tilde": ({"go.mod": "module a.b/~1\n", "x.go": MAIN}, [], 'go: malformed module path "a.b/~1": trailing tilde and digits in path element'),
    "blank in directory": ({"go.mod": MOD, "a b/x.go": MAIN}, ["./a b"], "malformed import path \"m/a b\": invalid char ' '"),
    "new\nline": ({"go.mod": MOD, "x.go": MAIN}, [], 'package m: invalid package directory "DIR"'),
    # replacements and workspaces
    "no go.mod": (importing("a.b/c", **{"go.mod": MOD + "require a.b/c v1.0.0\nreplace a.b/c => ./c\n", "c/c.go": "package c\n"}), [],
                  "x.go:3:8: module ./c: reading c/go.mod: open DIR/c/go.mod: no such file or directory"),
    "no replacement": (importing("a.b/c", **{"go.mod": MOD + "require a.b/c v1.0.0\nreplace a.b/c => ../nix\n"}), [],
                       "x.go:3:8: a.b/c@v1.0.0: replacement directory ../nix does not exist"),
    "not required": (importing("a.b/c", **{"go.mod": MOD + "replace a.b/c => ./c\n", "c/c.go": "package c\n", "c/go.mod": "module a.b/c\n"}), [],
                     "x.go:3:8: module a.b/c provides package a.b/c and is replaced but not required; to add it:\n\tgo get a.b/c"),
    "work/a": ({"go.work": "go 1.26\nfoo\nuse ./a\n", "a/go.mod": MOD, "a/x.go": MAIN}, [], "go: errors parsing go.work:\n../go.work:2: unknown directive: foo"),
    "work without/a": ({"go.work": "go 1.26\nuse (\n\t./a\n\t./nix\n)\n", "a/go.mod": MOD, "a/x.go": MAIN}, [],
                       "go: cannot load module ../nix listed in go.work file: open ../nix/go.mod: no such file or directory"),
    "work too old/a": ({"go.work": "go 1.20\nuse ./a\n", "a/go.mod": MOD, "a/x.go": MAIN}, [],
                       "go: module . listed in go.work file requires go >= 1.26, but go.work lists go 1.20; to update it:\n\tgo work use"),
    # directories that are in no module, or in another one
    "no module": ({"x.go": MAIN}, ["."], NO_MODULE),
    "no module, several": ({"x.go": MAIN}, [".", "./nix"], NO_MODULE),
    "no module, pattern": ({"x.go": MAIN}, ["./..."], OUTSIDE.format("pattern ./...: directory prefix . does not contain")),
    "outside/m": ({"m/go.mod": MOD, "m/x.go": MAIN, "other/x.go": MAIN}, ["../other"], OUTSIDE.format("directory ../other outside")),
    "pattern outside/m": ({"m/go.mod": MOD, "m/x.go": MAIN}, ["../other/..."],
                          OUTSIDE.format("pattern ../other/...: directory prefix ../other does not contain")),
    "pattern around/m": ({"m/go.mod": MOD, "m/x.go": MAIN}, ["../..."], OUTSIDE.format("pattern ../...: directory prefix .. does not contain")),
    "pattern of nothing": (mod(""), ["./nix/x..."], "pattern ./nix/x...: lstat ./nix/: no such file or directory"),
    "not in work": ({"go.work": "go 1.26\nuse ./a\n", "a/go.mod": MOD, "b/go.mod": MOD, "b/x.go": MAIN}, ["./b"],
                    "directory b is contained in a module that is not one of the workspace modules listed in go.work. "
                    "You can add the module to the workspace using:\n\tgo work use b"),
    "two imports": ({"x.go": 'package main\n\nimport _ "z.y/x"\nimport _ "a.b/c"\n\nfunc main() {}\n'}, ["x.go"],
                    f"x.go:4:8: no required module provides package a.b/c: {NO_MODULE[4:]}\n"
                    f"x.go:3:8: no required module provides package z.y/x: {NO_MODULE[4:]}"),
    "repository/a": ({".git/config": "", "a/x.go": MAIN}, [],
                     "go: cannot find main module, but found .git/config in DIR\n\tto create a module there, run:\n\tcd .. && go mod init"),
    "top of repository": ({".git/config": "", "x.go": MAIN}, ["."],
                          "go: cannot find main module, but found .git/config in DIR\n\tto create a module there, run:\n\tgo mod init"),
    "two packages imported": ({"go.mod": MOD, "x.go": 'package main\n\nimport _ "m/p"\n\nfunc main() {}\n', "p/a.go": "package a\n", "p/b.go": "package b\n"}, [],
                              "x.go:3:8: found packages a (a.go) and b (b.go) in DIR/p"),
    "vendored by hand": (importing("a.b/c", **{"go.mod": MOD + "require a.b/c v1.0.0\n", "vendor/a.b/c/c.go": "package c\n",
                                               "vendor/modules.txt": "# a.b/c v1.0.0\n## explicit; go 1.26\n"}), [],
                         "go: ignoring package a.b/c which exists in the vendor directory but is missing from vendor/modules.txt. "
                         "To sync the vendor directory run go mod vendor.\n"
                         "x.go:3:8: cannot find module providing package a.b/c: import lookup disabled by -mod=vendor\n"
                         "\t(Go version in go.mod is at least 1.14 and vendor directory exists.)"),
    # arguments
    "no such file": (mod(""), ["nix.go"], "no required module provides package nix.go; to add it:\n\tgo get nix.go"),
    "no such file here": (mod(""), ["./nix.go"], "stat DIR/nix.go: directory not found"),
    "directory like a file": ({"go.mod": MOD, "x.go/x.go": "package main\n"}, ["x.go"],
                              "no required module provides package x.go; to add it:\n\tgo get x.go"),
    "test file left out": ({"go.mod": MOD, "x.go": "package main\n\nfunc main() {}\n\nvar x = func(\n", "x_test.go": "package main\n\nfunc f( {\n"},
                           ["x.go", "x_test.go"], "# command-line-arguments\n./x.go:6:1: syntax error: unexpected EOF, expected )"),
    "no file": (mod(""), ["x.go", "nix.go"], "stat nix.go: no such file or directory"),
    "not Go": (mod(""), ["x.go", "x.txt"], "named files must be .go files: x.txt"),
    "package beside file": (mod(""), [".", "x.go"], "named files must be .go files: ."),
    "directory": ({"go.mod": MOD, "x.go": MAIN, "d.go/x.go": MAIN}, ["x.go", "./d.go"], "./d.go is a directory, should be a Go file"),
    "two directories": ({"a/x.go": MAIN, "b/x.go": MAIN}, ["./a/x.go", "b/x.go"], "named files must all be in one directory; have a and b"),
    # build constraints
    "constraint": ({"go.mod": MOD, "x.go": "//go:build foo &&\n\n" + MAIN}, [], "x.go: parsing //go:build line: unexpected end of expression"),
    "two constraints": ({"go.mod": MOD, "x.go": "//go:build linux\n//go:build amd64\n\n" + MAIN}, [], "x.go: multiple //go:build comments"),
    "constraint of a file": ({"x.go": "//go:build\n\n" + MAIN}, ["x.go"], "x.go: parsing //go:build line: unexpected end of expression"),
    "constraint of an import": (importing("m/a", **{"a/a.go": "//go:build (a\n\npackage a\n", "a/b.go": "//go:build !!b\n\npackage a\n"}), [],
                                "x.go:3:8: a.go: parsing //go:build line: missing close paren"),
    **{f"constraint {text}": ({"go.mod": MOD, "x.go": f"//go:build {text}\n\n{MAIN}"}, [], f"x.go: parsing //go:build line: {why}") for text, why in {
        "!!a": "double negation not allowed", "a b": "unexpected token b", "a & b": "invalid syntax at &", "a)": "unexpected token )", "a - b": "invalid syntax at -",
        "|| a": "unexpected token ||", "a && ∞": "invalid syntax at ∞"}.items()},
    # files
    "tests": ({"go.mod": MOD, "x_test.go": MAIN}, [], "m: no non-test Go files in DIR"),
    "import of tests": (importing("m/a", **{"a/x_test.go": "package a\n"}), [], "m/a: no non-test Go files in DIR/a"),
    "no files": ({"go.mod": MOD, "README": "no Go\n"}, [], "no Go files in DIR"),
    "left out": ({"go.mod": MOD, "_x.go": MAIN, ".y.go": MAIN}, [], "no Go files in DIR"),
    "excluded": ({"go.mod": MOD, "x_windows.go": MAIN}, [], "package m: build constraints exclude all Go files in DIR"),
    "C": ({"go.mod": MOD, "x.go": MAIN, "x.c": "", "y.c": "", "z.cc": "", "z_windows.c": ""}, [],
          "package m: C source files not allowed when not using cgo or SWIG: x.c y.c"),
    "import of C++": (importing("m/a", **{"a/a.go": "package a\n", "a/x.cc": ""}), [],
                      "package m\n\timports m/a: C++ source files not allowed when not using cgo or SWIG: x.cc"),
    # names
    "dash": ({"-x.go": MAIN}, ["./-x.go"], 'package command-line-arguments: invalid input file name "-x.go"'),
    "twice": ({"x.go": MAIN}, ["x.go", "x.go"], 'package command-line-arguments: case-insensitive file name collision: "x.go" and "x.go"'),
    "case of files": ({"go.mod": MOD, "x.go": MAIN, "X.go": MAIN}, [], 'package m: case-insensitive file name collision: "X.go" and "x.go"'),
    "case of imports": (importing("m/foo", "m/Foo", **{"foo/f.go": "package f\n", "Foo/f.go": "package f\n"}), [],
                        'x.go:3:8: case-insensitive import collision: "m/foo" and "m/Foo"'),
    "case of packages": ({"go.mod": MOD, "f/f.go": "package f\n", "F/f.go": "package f\n"}, ["./f", "./F"],
                         'case-insensitive import collision: "m/F" and "m/f"'),
}


def wrong(root, name, files, arguments, message):
    module, _, below = name.partition("/")
    directory = root / module
    for file, text in files.items():
        (directory / file).parent.mkdir(parents=True, exist_ok=True)
        (directory / file).write_text(text, encoding="utf-8")
    where = directory / below
    done = subprocess.run([*TOOL, *arguments], cwd=where, capture_output=True, text=True, timeout=60,
                          env=dict(os.environ, GOPROXY="off", GOTOOLCHAIN="local", GOFLAGS=""))
    expected = message.replace("DIR", str(directory).replace("\n", "\\n")) + "\n"
    if done.returncode == 1 and done.stderr == expected:
        return False
    print(f"{name}: status {done.returncode}\n{done.stderr}instead of\n{expected}")
    return True


def main():
    # In no repository: the go command would advise to make a module in its root.
    with tempfile.TemporaryDirectory() as directory:
        root = pathlib.Path(directory).resolve()
        failures = sum([wrong(root, name, *case) for name, case in CASES.items()])
    print(f"{len(CASES) - failures} of {len(CASES)}")


main()
