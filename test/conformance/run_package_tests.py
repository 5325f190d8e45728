#!/usr/bin/env python3
"""Runs the tests and examples that packages of Go's library bring along, compiled by minigo.

    run_package_tests.py [--minigo build/bin/minigo] [--goroot DIR] [-O 0] [--keep DIR] [--every N] [-v] [package...]

For each package a copy of the distribution is made of links, in which its _test.go files are ordinary files, those of
package p in its own folder and those of package p_test in one below it, with a main function that hands them to package
testing. Package p of minigo's own cannot be added to: its tests of package p are moved out too, and import it with a dot. A
test that needs what the package does not have here (a built-in package has no unexported names of Go's) is left out and
counted. Prints for each package how many tests passed, failed and were left out; a failure that is not in
known_package_tests.txt (`package Test: reason`) is an error, and so is an entry whose test passes.
"""
import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

import go_tests

HERE = Path(__file__).resolve().parent
KNOWN = HERE / "known_package_tests.txt"
BUILT_IN = HERE.parent.parent / "runtime" / "packages"
SECONDS = 600
# Packages whose tests need little besides the package.
PACKAGES = """bufio bytes cmp compress/bzip2 compress/flate compress/gzip compress/lzw compress/zlib container/heap container/list
container/ring context crypto/md5 crypto/sha1 crypto/sha256 encoding/ascii85 encoding/base32 encoding/base64 encoding/binary encoding/csv
encoding/hex encoding/json encoding/pem encoding/xml errors flag fmt go/ast go/format go/parser go/printer go/scanner go/token hash/adler32 hash/crc32
hash/crc64 hash/fnv hash/maphash html html/template index/suffixarray io io/fs iter log maps math math/big math/bits math/cmplx math/rand
math/rand/v2 mime net/url os path path/filepath reflect regexp regexp/syntax slices sort strconv strings sync sync/atomic text/scanner
text/tabwriter text/template text/template/parse time unicode unicode/utf16 unicode/utf8 unique weak""".split()

DEPS = """
type deps struct{}

func (deps) ImportPath() string { return "" }
func (deps) ModulePath() string { return "" }
func (deps) MatchString(pattern, text string) (bool, error) { return regexp.MatchString(pattern, text) }
func (deps) SetPanicOnExit0(bool) {}
func (deps) StartCPUProfile(io.Writer) error { return nil }
func (deps) StopCPUProfile() {}
func (deps) StartTestLog(io.Writer) {}
func (deps) StopTestLog() error { return nil }
func (deps) WriteProfileTo(string, io.Writer, int) error { return nil }
func (deps) CoordinateFuzzing(time.Duration, int64, time.Duration, int64, int, []entry, []reflect.Type, string, string) error { return nil }
func (deps) RunFuzzWorker(func(entry) error) error { return nil }
func (deps) ReadCorpus(string, []reflect.Type) ([]entry, error) { return nil, nil }
func (deps) CheckCorpus([]any, []reflect.Type) error { return nil }
func (deps) ResetCoverage() {}
func (deps) SnapshotCoverage() {}
func (deps) InitRuntimeCoverage() (string, func(string, string) (string, error), func() float64) { return "", nil, nil }

type entry = struct {
	Parent     string
	Path       string
	Data       []byte
	Values     []any
	Generation int
	IsSeed     bool
}
"""


@dataclass
class Part:
    """The tests of package p, or those of package p_test."""
    alias: str  # in the main function
    path: str  # import path
    folder: Path
    tests: list = field(default_factory=list)
    examples: list = field(default_factory=list)  # (name, output, whether its lines may come in any order)
    has_main: bool = False


def list_packages(go, packages):
    env = dict(os.environ, GOOS=go_tests.GOOS, GOARCH=go_tests.GOARCH, CGO_ENABLED="0")
    text = subprocess.run([go, "list", "-json", *packages], env=env, check=True, capture_output=True, text=True).stdout
    decoder, found, at = json.JSONDecoder(), [], 0
    while text[at:].strip():
        while text[at].isspace():
            at += 1
        package, at = decoder.raw_decode(text, at)
        found.append(package)
    return found


def renamed(name):
    """A file name that says the same about systems, and is none of a test."""
    return "test_" + name.replace("_test.go", ".go")


def link_all(source, target, but=()):
    target.mkdir(parents=True, exist_ok=True)
    for entry in os.scandir(source):
        if entry.name not in but:
            (target / entry.name).symlink_to(entry.path)


def make_root(goroot, path, root):
    """A tree of links like GOROOT in which the folder of one package is a real one. Returns that folder."""
    link_all(goroot, root, ["src"])
    source, target = Path(goroot, "src"), root / "src"
    for name in path.split("/"):
        link_all(source, target, [name])
        source, target = source / name, target / name
    link_all(source, target, [e.name for e in os.scandir(source) if e.name.endswith("_test.go")])
    return target


def add_tests(package, names, folder, imported=""):
    """Copies tests; with the path of a package that they import with a dot."""
    folder.mkdir(exist_ok=True)
    for name in names:
        text = Path(package["Dir"], name).read_text(encoding="utf-8")
        if imported:
            text = re.sub(r"^(package \w+).*$", rf'\1; import . "{imported}"', text, count=1, flags=re.M)
        (folder / renamed(name)).write_text(text, encoding="utf-8")


def declarations(text):
    """The (first line, line after the last) of each declaration at the top level of a formatted file."""
    # What continues a string or comment gets an indent, so that it looks like no declaration.
    text = re.sub(r"//[^\n]*|/\*.*?\*/|`[^`]*`|\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'", lambda m: m.group(0).replace("\n", "\n "),
                  text, flags=re.S)
    lines, found, start = text.split("\n"), [], None
    for number, line in enumerate([*lines, "end"]):
        if re.match(r"$|[\s})]|\w+:$", line):
            continue
        if start is not None:
            found.append((start, number))
        start = number if re.match(r"(func|var|type|const)\b", line) else None
    return found


def functions(text):
    """Names and whole text of the functions at the top level of a formatted file."""
    lines = text.split("\n")
    texts = ("\n".join(lines[start:end]).rstrip() for start, end in declarations(text))
    return [(m.group(1), m.group(0)) for m in (re.match(r"func (\w+)\(.*", t, re.S) for t in texts) if m]


def example_output(body):
    found = re.search(r"^\t// (unordered )?output:(.*(?:\n\t//.*)*)\n\}\Z", body, re.M | re.I)
    if not found:
        return None
    lines = [re.sub(r"^\s*// ?", "", line) for line in found.group(2).split("\n")]
    return "\n".join(lines).strip() + "\n", bool(found.group(1))


def collect(part):
    part.tests, part.examples, part.has_main = [], [], False
    for source in sorted(part.folder.glob("test_*.go")):
        for name, body in functions(source.read_text(encoding="utf-8")):
            if name == "TestMain":
                part.has_main = True
            elif re.match(r"Test(?![a-z])", name) and "*testing.T" in body:
                part.tests.append(name)
            elif re.match(r"Example(?![a-z])", name):
                wanted = example_output(body)
                if wanted:
                    part.examples.append((name, *wanted))


def main_text(parts):
    lines = ["package main", "", "import (", '\t"io"', '\t"os"', '\t"reflect"', '\t"regexp"', '\t"testing"', '\t"time"']
    for part in parts:
        used = part.tests or part.examples or part.has_main
        lines.append(f'\t{part.alias if used else "_"} "{part.path}"')
    lines += [")", DEPS, "var tests = []testing.InternalTest{"]
    lines += [f'\t{{"{t}", {p.alias}.{t}}},' for p in parts for t in p.tests]
    lines += ["}", "", "var examples = []testing.InternalExample{"]
    lines += [f"\t{{{json.dumps(n)}, {p.alias}.{n}, {json.dumps(out, ensure_ascii=False)}, {str(any_order).lower()}}},"
              for p in parts for n, out, any_order in p.examples]
    lines += ["}", "", "func main() {", "\tm := testing.MainStart(deps{}, tests, nil, nil, examples)"]
    main = next((p.alias for p in parts if p.has_main), None)
    # What `go test` does when TestMain returns.
    status = 'int(reflect.ValueOf(m).Elem().FieldByName("exitCode").Int())' if main else "m.Run()"
    lines += [f"\t{main}.TestMain(m)"] if main else []
    return "\n".join(lines + [f"\tos.Exit({status})", "}", ""])


def leave_out(folder, errors):
    """Empties the functions that errors lie in. Returns their names; None if one lies in no function."""
    left, by_file = set(), {}
    for name, line in errors:
        by_file.setdefault(name, set()).add(line)
    for name, lines in by_file.items():
        source = folder / name
        text = source.read_text(encoding="utf-8")
        ranges = declarations(text)
        text = text.split("\n")
        for line in lines:
            start, end = next((r for r in ranges if r[0] < line <= r[1]), (None, None))
            if start is None:
                return None
            named = re.match(r"\w+ (?:\([^)]*\) )?(\w+)", text[start])
            left.add(named.group(1) if named else text[start])
            lines_of_links = [i for i, t in enumerate(text) if named and t.startswith(f"//go:linkname {named.group(1)} ")]
            for i in lines_of_links:
                text[i] = ""
        for start, end in {r for line in lines for r in ranges if r[0] < line <= r[1]}:
            text[start:end] = [""] * (end - start)
        source.write_text("\n".join(text), encoding="utf-8")
    return left


def leave_out_declarations(folder, names):
    """Removes functions without a body, and what links them."""
    for source in folder.glob("*.go"):
        text = source.read_text(encoding="utf-8")
        for name in names:
            text = re.sub(rf"^(//go:linkname {name}\b.*|func {name}\([^{{\n]*)$", "", text, flags=re.M)
        source.write_text(text, encoding="utf-8")


def leave_out_file(source):
    """Removes a file that imports what there is not. Returns the names of its functions."""
    names = [name for name, _ in functions(source.read_text(encoding="utf-8"))]
    source.unlink()
    return names


def unused_imports(folder, errors):
    for name, line in errors:
        source = folder / name
        text = source.read_text(encoding="utf-8").split("\n")
        text[line - 1] = re.sub(r'^((?:.*\bimport )?\s*)([\w.]+ )?"', r'\1_ "', text[line - 1])
        source.write_text("\n".join(text), encoding="utf-8")


def check_part(minigo, env, part):
    """Leaves out what does not compile. Returns names of what was left out, and an error if that did not do."""
    left = set()
    for _ in range(40):
        done = subprocess.run([minigo, "check", "-e", part.path], env=env, capture_output=True, text=True)
        if done.returncode == 0: # what only the code generator refuses
            done = subprocess.run([minigo, "build", "-n", part.path], env=env, capture_output=True, text=True)
        found = re.findall(r"^(\S+?\.go):(\d+):\d+: (?!too many errors)(.*)$", done.stdout + done.stderr, re.M)
        if done.returncode == 0:
            return left, ""
        here = [(os.path.basename(n), int(l), text) for n, l, text in found if os.path.basename(n).startswith("test_")]
        if not here:
            return left, (done.stdout + done.stderr)[:400]
        foreign = {n for n, l, text in here if "not supported yet: package" in text}
        if foreign:
            left |= {name for n in foreign for name in leave_out_file(part.folder / n)}
            continue
        imports = [(n, l) for n, l, text in here if "imported and not used" in text]
        names = leave_out(part.folder, [(n, l) for n, l, text in here if "imported and not used" not in text])
        unused_imports(part.folder, imports)
        if names is None:
            return left, (done.stdout + done.stderr)[:400]
        left |= names
    return left, "errors without end"


class Runner:
    def __init__(self, args, goroot):
        self.args, self.goroot = args, goroot

    def run(self, package):
        """{test: "pass" | "skip" | what it printed}, names left out, and why there are none."""
        with tempfile.TemporaryDirectory(prefix="package-tests-") as work:
            return self.run_in(package, Path(work))

    def run_in(self, package, work):
        path = package["ImportPath"]
        root = work / "goroot"
        folder = make_root(self.goroot, path, root)
        moved, inside = "", Part("inside", path, folder)
        if any((BUILT_IN / path).glob("*.go")):
            moved, inside = path, Part("inside", path + "/intest", folder / "intest")
        outside = Part("outside", path + "/xtest", folder / "xtest") # may import what is internal
        add_tests(package, package.get("TestGoFiles", []), inside.folder, moved)
        add_tests(package, package.get("XTestGoFiles", []), outside.folder)
        parts = [part for part in (inside, outside) if any(part.folder.glob("*.go"))]
        env = {**os.environ, "GOROOT": str(root)}
        left, program, foreign = set(), work / "program", True
        while foreign:
            for part in parts:
                names, problem = check_part(self.args.minigo, env, part)
                if problem:
                    return {}, left, problem
                left |= names
                collect(part)
            main = root / "src" / "testmain" / "main.go"
            main.parent.mkdir(exist_ok=True)
            main.write_text(main_text(parts), encoding="utf-8")
            done = subprocess.run([self.args.minigo, "build", "-O" + self.args.O, "-o", program, "testmain"], env=env,
                                  capture_output=True, text=True)
            foreign = re.findall(r"(\w+), a function that is implemented outside of Go", done.stderr)
            if done.returncode and not foreign:
                return {}, left, (done.stdout + done.stderr)[:2000]
            for part in parts:
                leave_out_declarations(part.folder, foreign)
            left |= set(foreign)
        if self.args.keep:
            os.makedirs(self.args.keep, exist_ok=True)
            shutil.copy(program, Path(self.args.keep, path.replace("/", "_") + ".test"))
        return self.results(program, package["Dir"], env), left, ""

    def results(self, program, directory, env):
        command = [program, "-test.v", "-test.short", f"-test.timeout={SECONDS}s"]
        try:
            done = subprocess.run(command, cwd=directory, env={**env, "GOROOT": self.goroot}, stdout=subprocess.PIPE,
                                  stderr=subprocess.STDOUT, timeout=SECONDS + 30)
            text, ended = done.stdout.decode("utf-8", "replace"), f"the program ended with status {done.returncode}"
        except subprocess.TimeoutExpired as expired:
            text, ended = (expired.stdout or b"").decode("utf-8", "replace"), "no end"
        started = re.findall(r"^=== RUN +(\w+)$", text, re.M)
        result = {}
        for verdict, name in re.findall(r"--- (PASS|FAIL|SKIP): (\w+) \(", text):
            if name not in result or verdict == "FAIL":
                result[name] = {"PASS": "pass", "SKIP": "skip", "FAIL": "failed"}[verdict]
        for name in started:
            result.setdefault(name, ended + ": " + text[-1500:])
        if self.args.verbose and any(v not in ("pass", "skip") for v in result.values()):
            print(text[-6000:])
        return result


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minigo", default=str(HERE.parent.parent / "build/bin/minigo"))
    parser.add_argument("--goroot")
    parser.add_argument("-O", default="0")
    parser.add_argument("--keep", help="directory for the programs")
    parser.add_argument("--every", type=int, default=1, help="of the packages, every N-th only")
    parser.add_argument("-v", "--verbose", action="store_true", help="show what failing programs print")
    parser.add_argument("packages", nargs="*")
    args = parser.parse_args()
    args.minigo = os.path.abspath(args.minigo)
    goroot = args.goroot or go_tests.find_goroot()
    go = shutil.which("go") or (goroot and shutil.which(os.path.join(goroot, "bin", "go")))
    if not go:
        print("skipped: no go command, so no library to test")
        return 0
    known = go_tests.KnownFailures(KNOWN).reasons
    packages = list_packages(go, (args.packages or PACKAGES)[::args.every])
    runner, bad, passed, total = Runner(args, goroot), 0, 0, 0
    for package in packages:
        path = package["ImportPath"]
        results, left, problem = runner.run(package)
        failed = {n: v for n, v in results.items() if v not in ("pass", "skip")}
        passed += sum(v == "pass" for v in results.values())
        total += len(results)
        print(f"{path}: {len(results) - len(failed)} of {len(results)} passed, {len(left)} functions left out"
              + (f"; {problem}" if problem else ""), flush=True)
        if left and args.verbose:
            print("  left out: " + " ".join(sorted(left)))
        if problem and path not in known:
            bad += 1
        for name, why in sorted(failed.items()):
            if f"{path} {name}" not in known:
                bad += 1
                print(f"  {name}: {why}", flush=True)
        for name in results.keys() - failed.keys():
            if f"{path} {name}" in known:
                bad += 1
                print(f"  {name} passes and is in {KNOWN.name}", flush=True)
    print(f"{passed} of {total} tests passed in {len(packages)} packages")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
