"""Compares syntax trees with those of Go's own parser, over packages of a Go installation and the tests of this folder.

usage: beside_go.py GO MINIGO... -- PACKAGE...
"""
import pathlib
import re
import subprocess
import sys
import tempfile

here = pathlib.Path(__file__).resolve().parent


def run(command):
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    if done.returncode != 0:
        sys.exit(f"{command[:4]} failed:\n{done.stderr}")
    return done.stdout


def compare(dump, minigo, files):
    """The number of lines, if both print the same."""
    theirs = run([dump, *files]).splitlines()
    # Positions, and what go/parser leaves in comments, are ours alone.
    ours = run(minigo + ["check", "--dump-ast", *files])
    ours = re.sub(r"(?m)( (build|linkname)='[^'\n]*')? @\d+:\d+$", "", ours).splitlines()
    for number, (a, b) in enumerate(zip(theirs, ours)):
        if a != b:
            context = "\n".join(ours[max(0, number - 8) : number])
            sys.exit(f"{files[0]} and those beside it, line {number + 1}:\n{context}\n- {a}\n+ {b}")
    if len(theirs) != len(ours):
        sys.exit(f"{files[0]} and those beside it: {len(ours)} lines, Go's parser gives {len(theirs)}")
    return len(ours)


def main():
    split = sys.argv.index("--")
    go, minigo, packages = sys.argv[1], sys.argv[2:split], sys.argv[split + 1 :]
    root = pathlib.Path(run([go, "env", "GOROOT"]).strip()) / "src"
    count = lines = 0
    with tempfile.TemporaryDirectory() as directory:
        dump = directory + "/dump_ast"
        run([go, "build", "-o", dump, str(here.parents[1] / "tools/dev/dump_ast.go")])
        for folder in [here] + [root / package for package in packages]:
            files = sorted(str(f) for f in folder.glob("*.go"))
            lines += compare(dump, minigo, files)
            count += len(files)
    print(f"{count} files, {lines} lines alike")


main()
