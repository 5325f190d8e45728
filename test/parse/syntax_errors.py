"""Runs the cases of a file and compares the errors.

usage: syntax_errors.py CASES COMMAND...

CASES holds programs, a line each (`\\n` and `\\t` stand for newlines and tabs; `package p` and a newline are put before, unless the
line begins with a package clause or `=`, which is dropped), each followed by its errors in lines that begin with `! `. COMMAND is run with the
name of a file behind it. With `--update` before CASES, the errors that COMMAND gives are written to CASES: that is how gc's got there, with
`go tool compile -p p -o FILE` as COMMAND.
"""
import os
import re
import subprocess
import sys
import tempfile


def read_cases(path):
    cases = []
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("! "):
            cases[-1][1].append(line[2:])
        elif line and not line.startswith("#"):
            cases.append((line, []))
    return cases


def source_of(line):
    text = line.replace("\\n", "\n").replace("\\t", "\t")
    if text.startswith("="):
        return text[1:]
    return text + "\n" if text.startswith("package") else "package p\n" + text + "\n"


def errors_of(command, line):
    with tempfile.TemporaryDirectory() as directory:
        path = os.path.join(directory, "x.go")
        with open(path, "w", encoding="utf-8") as out:
            out.write(source_of(line))
        run = subprocess.run(command + ["x.go"], capture_output=True, text=True, timeout=60, cwd=directory)
    lines = (run.stdout + run.stderr).splitlines()
    return [re.sub(r"^(\./)?x\.go:", "", l) for l in lines if not l.startswith("#")], run.returncode


def main():
    arguments = sys.argv[1:]
    update = arguments[0] == "--update"
    path, command = arguments[update], arguments[update + 1 :]
    cases = read_cases(path)
    if update:
        with open(path, "w", encoding="utf-8") as out:
            for line, _ in cases:
                out.write("\n".join([line] + ["! " + e for e in errors_of(command, line)[0]]) + "\n")
        return
    wrong = 0
    for line, expected in cases:
        got, status = errors_of(command, line)
        if got != expected or (status != 0) != bool(expected):
            wrong += 1
            print(f"{line}\n  exit status {status}")
            print(*["  - " + e for e in expected if e not in got], sep="\n")
            print(*["  + " + e for e in got if e not in expected], sep="\n")
    print(f"{len(cases) - wrong} of {len(cases)} cases as expected")
    sys.exit(wrong != 0 or not cases)


main()
