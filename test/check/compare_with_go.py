#!/usr/bin/env python3
"""Compares the errors of `minigo check` with those of `go build`, byte for byte.

    compare_with_go.py --minigo build/bin/minigo [file.go ...]

Without files: those of this folder. Prints what differs and a count; status 1 if anything does.
Without a go command it says so and ends with status 0.

    compare_with_go.py --rebase file.go ...

writes the ERROR comments of test files anew, from what `go build` says. Review them as a diff.
"""

import argparse
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
COMMENT = re.compile(r' /\* ERROR "(?:[^"\\]|\\.)*" \*/')


def find_go():
    return shutil.which("go") or shutil.which("/usr/local/go/bin/go")


def go_errors(go, file, all_errors=False):
    with tempfile.TemporaryDirectory() as out:
        command = [go, "build", "-o", out + "/x"]
        if all_errors:
            command.append("-gcflags=-e")
        return run(command + [file.name], file.parent)


def run(command, folder):
    result = subprocess.run(command, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True,
                            text=True, timeout=120)
    return result.stderr + result.stdout


def compare(go, minigo, files):
    different = 0
    messages = 0
    for file in files:
        want = go_errors(go, file)
        got = run([minigo, "check", file.name], file.parent)
        messages += len(re.findall(r"^\S+:\d+:\d+: ", want, re.M))
        if want == got:
            continue
        different += 1
        print(f"== {file}")
        wanted, gotten = want.splitlines(), got.splitlines()
        for line in wanted:
            if line not in gotten:
                print(f"  go      {line}")
        for line in gotten:
            if line not in wanted:
                print(f"  minigo  {line}")
    print(f"{len(files)} files, {different} different, {messages} messages of go")
    return 1 if different else 0


def rebase(go, file):
    text = COMMENT.sub("", file.read_text())
    if not text.startswith("// RUN:"):
        text = "// RUN: %minigo check -verify %s\n\n" + text
    file.write_text(text)
    lines = text.split("\n")
    found = re.findall(r"^\S+?:(\d+):(\d+): (.*)", go_errors(go, file, True), re.M)
    # From the end, so that columns stay right; several at one place in the order of go's output.
    for line, column, message in reversed(sorted(found, key=lambda e: (int(e[0]), int(e[1])))):
        row = lines[int(line) - 1].encode()
        start = int(column) - 1
        token = re.match(r'\d[\w.]*|\w+|"(?:[^"\\]|\\.)*"|\'(?:[^\'\\]|\\.)*\'|`[^`]*`|<<=|>>=|&\^=|\.\.\.|'
                         r'&&|\|\||<-|\+\+|--|==|!=|<=|>=|:=|[-+*/%&|^]=|<<|>>|&\^|.', row[start:].decode())
        end = start + len(token.group(0).encode())
        message = message.split("./")[0]  # the folder's name is not ours to know
        quoted = message.replace("\\", "\\\\").replace('"', '\\"')
        comment = f' /* ERROR "{quoted}" */'.encode()
        lines[int(line) - 1] = (row[:end] + comment + row[end:]).decode()
    file.write_text("\n".join(lines))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--minigo", default="minigo")
    parser.add_argument("--rebase", action="store_true")
    parser.add_argument("files", nargs="*", type=pathlib.Path)
    options = parser.parse_args()
    go = find_go()
    if not go:
        print("compare_with_go: SKIPPED: there is no go command")
        return 0
    files = [f.resolve() for f in options.files] or sorted(HERE.glob("*.go"))
    if not options.rebase:
        return compare(go, str(pathlib.Path(options.minigo).resolve()), files)
    for file in files:
        rebase(go, file)
    return 0


if __name__ == "__main__":
    sys.exit(main())
