"""Go's own tests of its front end, against `minigo check`: which files are accepted, and which errors
are reported in which lines.

    check_go_tests.py [--goroot DIR] [--minigo build/bin/minigo] [--kinds errorcheck,types] [--every N] [FILTER…]

Prints a table by kind and folder, and what differs from known_check.txt; fails if anything does.

kinds: errorcheck, errorcheckdir, errorcheckoutput (their ERROR comments), compile, compiledir, build, builddir
(no error), run (programs to run: here only that they are accepted), types (ERROR comments of
src/internal/types/testdata).
"""
import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

import comments
import go_tests

HERE = os.path.dirname(os.path.abspath(__file__))
KIND_OF_ACTION = {
    "errorcheck": "errorcheck",
    "errorcheckwithauto": "errorcheck",
    "errorcheckdir": "errorcheckdir",
    "errorcheckandrundir": "errorcheckdir",
    "errorcheckoutput": "errorcheckoutput",
    "compile": "compile",
    "compiledir": "compiledir",
    "build": "build",
    "builddir": "build",
    "buildrun": "run",
    "run": "run",
    "rundir": "run",
    "buildrundir": "run",
}
KINDS = ["errorcheck", "errorcheckdir", "errorcheckoutput", "compile", "compiledir", "build", "run", "types"]
# Flags of gc that change nothing about which programs are accepted.
HARMLESS = re.compile(r"-(d=panic|d=ssa/.*|d=checkptr|d=libfuzzer|N|l|c=\d+|p=.*|complete|gcflags.*|race|"
                      r"ldflags.*|trimpath|C|wb.*|abiwrap|symabis.*)$")
# What only a linker would say, or gc with the flag -complete, which these tests go without.
LEFT_TO_OTHERS = {"NoMainFunction", "MissingBody"}


class Checker:
    def __init__(self, minigo):
        self.minigo = os.path.abspath(minigo)

    def errors(self, arguments, directory, flags=()):
        """What minigo reports: a list of dictionaries, as -json prints them; or a text if it fails in
        another way."""
        language = next((f[len("-lang="):] for f in flags if f.startswith("-lang=")), "")
        command = [self.minigo, "check", "-json"] + (["-lang=" + language] if language else [])
        try:
            done = subprocess.run(command + arguments, cwd=directory, capture_output=True, timeout=60)
        except subprocess.TimeoutExpired:
            return "no answer within 60 seconds"
        text = done.stdout.decode(errors="replace")
        if done.returncode not in (0, 1) or (done.returncode == 1 and not text):
            return f"exit status {done.returncode}: " + done.stderr.decode(errors="replace")[:300]
        found = [json.loads(line) for line in text.split("\n") if line]
        return found if "-complete" in flags else [e for e in found if e["kind"] not in LEFT_TO_OTHERS]


def first_line(errors):
    e = errors[0]
    more = f" (and {len(errors) - 1} more)" if len(errors) > 1 else ""
    return f"{os.path.basename(e.get('file', ''))}:{e.get('line', 0)}: {e['message'].splitlines()[0]}{more}"


def accepted(errors):
    """Why a program that must be accepted was not; "" if it was."""
    if isinstance(errors, str):
        return errors
    return first_line(errors) if errors else ""


def special_flags(test):
    return [f for f in test.flags if not HARMLESS.match(f) and not f.startswith("-lang=")]


def check_file(checker, test):
    directory, name = os.path.split(test.path)
    others = [a for a in test.args if a.endswith(".go")]
    errors = checker.errors([name, *others], directory, test.flags)
    if not test.wants_error or isinstance(errors, str):
        return accepted(errors)
    return comments.compare_lines([test.path], errors)


def check_dir(checker, test):
    """Packages of a folder, in a module made for them; only the last one may have errors."""
    with tempfile.TemporaryDirectory() as module:
        packages = go_tests.as_module(test, module)
        if test.action == "errorcheckandrundir":
            packages = packages[:-1]  # the last one is to be run
        if not packages:
            return ""
        errors = checker.errors(["./" + p for p in packages], module)
        if not test.wants_error or isinstance(errors, str):
            return accepted(errors)
        last = os.path.join(module, packages[-1])
        return comments.compare_lines([os.path.join(last, f) for f in sorted(os.listdir(last))], errors)


def check_output(checker, test):
    """The Go program that a Go program prints."""
    go = shutil.which("go") or "/usr/local/go/bin/go"
    folder, name = os.path.split(test.path)
    done = subprocess.run([go, "run", name, *test.args], capture_output=True, cwd=folder)
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "tmp__.go")
        with open(path, "wb") as f:
            f.write(done.stdout)
        errors = checker.errors(["tmp__.go"], folder)
        return accepted(errors) if isinstance(errors, str) else comments.compare_lines([path], errors)


def check_go_test(checker, test):
    if test.action in ("errorcheckdir", "errorcheckandrundir", "compiledir", "rundir", "buildrundir", "builddir"):
        return check_dir(checker, test)
    if test.action == "errorcheckoutput":
        return check_output(checker, test)
    return check_file(checker, test)


def check_types(checker, files):
    """One package of testdata; its ERROR comments name the token before them."""
    with open(files[0], encoding="utf-8", errors="replace") as f:
        flags = re.match(r"// *(-.*)", f.readline())
    flags = flags.group(1).split() if flags else []
    with tempfile.TemporaryDirectory() as folder:
        copies = []
        for path in files:
            with open(path, "rb") as f:
                text = comments.replace_asserts(f.read())
            copies.append(os.path.join(folder, os.path.basename(path)))
            with open(copies[-1], "wb") as f:
                f.write(text)
        if any(f.startswith("-lang") for f in flags):
            errors = checker.errors([os.path.basename(c) for c in copies], folder, flags)
        else:
            # Messages name the package by its path, which in Go's run is the name of the package.
            with open(os.path.join(folder, "go.mod"), "w") as f:
                f.write(f"module {package_name(copies[0])}\n\ngo 1.{go_tests.NEWEST_MINOR}\n")
            errors = checker.errors(["."], folder)
        return errors if isinstance(errors, str) else comments.compare_tokens(copies, errors)


def package_name(path):
    with open(path, encoding="utf-8", errors="replace") as f:
        found = re.search(r"^package\s+(\w+)", f.read(), re.MULTILINE)
    return found.group(1) if found else "p"


def types_tests(root):
    """(name, files) of every package below testdata."""
    top = os.path.join(root, "src", "internal", "types", "testdata")
    for folder in ("check", "examples", "fixedbugs", "spec"):
        for entry in sorted(os.listdir(os.path.join(top, folder))):
            path = os.path.join(top, folder, entry)
            name = f"types/{folder}/{entry}"
            if os.path.isdir(path):
                yield name, [os.path.join(path, f) for f in sorted(os.listdir(path)) if f.endswith(".go")]
            elif entry.endswith(".go"):
                yield name, [path]


def jobs(root, kinds, filters, checker):
    """(kind, name, function without arguments), and how many were left out because of what."""
    found, left_out = [], {}

    def wanted(name):
        return not filters or any(f in name for f in filters)

    for test in go_tests.load(root, set(KIND_OF_ACTION)):
        kind = KIND_OF_ACTION[test.action]
        if kind not in kinds or not wanted(test.name):
            continue
        why = "constraint" if test.skip else "GOEXPERIMENT" if test.experiment else ""
        if special_flags(test):
            why = "flags of gc's other passes"
        if why:
            left_out[kind, why] = left_out.get((kind, why), 0) + 1
        else:
            found.append((kind, test.name, lambda t=test: check_go_test(checker, t)))
    if "types" in kinds:
        for name, files in types_tests(root):
            if wanted(name):
                found.append(("types", name, lambda f=files: check_types(checker, f)))
    return found, left_out


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--goroot")
    parser.add_argument("--minigo", default=os.path.join(HERE, "..", "..", "build", "bin", "minigo"))
    parser.add_argument("--kinds", default=",".join(KINDS))
    parser.add_argument("--every", type=int, default=1, help="run only every N-th test")
    parser.add_argument("filters", nargs="*")
    args = parser.parse_args()
    root = go_tests.find_goroot(args.goroot)
    if not root:
        print("skipped: no Go distribution with tests here")
        return 0
    kinds = set(args.kinds.split(","))
    results = go_tests.Results(go_tests.KnownFailures(os.path.join(HERE, "known_check.txt")))
    found, left_out = jobs(root, kinds, args.filters, Checker(args.minigo))
    found = found[::args.every]
    with ThreadPoolExecutor(2) as pool:
        for (kind, name, _), problem in zip(found, pool.map(lambda job: job[2](), found)):
            results.add(kind, name, problem)
    print(results.table())
    for (kind, why), count in sorted(left_out.items()):
        print(f"{kind}: {count} left out: {why}")
    surprises = results.surprises(complete=not args.filters and args.every == 1 and kinds == set(KINDS))
    print("\n".join(surprises))
    return 1 if surprises else 0


if __name__ == "__main__":
    sys.exit(main())
