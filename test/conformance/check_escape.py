"""Go's own tests of escape analysis (test/escape*.go), against `minigo check -m`: how many decisions are gc's.

    check_escape.py [--goroot DIR] [--minigo build/bin/minigo] [-v] [FILTER…]

Counted are the decisions that gc's tests expect, one for each quoted expression of an ERROR comment, and those that
minigo takes in lines of which gc's test says nothing. Messages about inlining and gc's own debug flags are left out.
-v prints the differences.
"""
import argparse
import os
import re
import subprocess
import sys
from collections import Counter, defaultdict

import comments
import go_tests

KINDS = ["does not escape", "escapes to heap", "moved to heap", "leaking param"]
WORDS = re.compile("|".join(KINDS))
INLINING = re.compile("inlin")


def kind_of(text):
    return next((kind for kind in KINDS if kind in text), "other")


def decisions(minigo, path):
    """Line -> what minigo says of it; None if it does not accept the file."""
    done = subprocess.run([minigo, "check", "-m", os.path.basename(path)], cwd=os.path.dirname(path),
                          capture_output=True, text=True, timeout=120)
    if done.returncode:
        return None
    found = defaultdict(list)
    for line in done.stderr.splitlines():
        m = re.match(r"[^:]*\.go:(\d+):\d+: (.*)", line)
        if m:
            found[int(m.group(1))].append(m.group(2))
    return found


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--goroot", default=None)
    parser.add_argument("--minigo", default=os.path.join(os.path.dirname(__file__), "../../build/bin/minigo"))
    parser.add_argument("-v", action="store_true")
    parser.add_argument("filters", nargs="*")
    options = parser.parse_args()
    root = options.goroot or go_tests.find_goroot()
    folder = os.path.join(root, "test")
    total, agreed, extra = Counter(), Counter(), Counter()
    for name in sorted(os.listdir(folder)):
        path = os.path.join(folder, name)
        if not re.match(r"escape.*\.go$", name) or not all(f in name for f in options.filters):
            continue
        with open(path, encoding="utf-8") as f:
            first = f.readline()
        if not first.startswith("// errorcheck") or " -m" not in first:
            continue
        got = decisions(os.path.abspath(options.minigo), path)
        if got is None:
            print(f"{name}: not accepted")
            continue
        here = Counter()
        seen = set()
        for number, pattern in comments.line_patterns(path):
            if INLINING.search(pattern) or not WORDS.search(pattern):
                continue
            seen.add(number)
            kind = kind_of(pattern)
            total[kind] += 1
            here["expected"] += 1
            if any(re.search(pattern, text) for text in got.get(number, [])):
                agreed[kind] += 1
                here["agreed"] += 1
            elif options.v:
                print(f"{name}:{number}: {pattern!r}: {got.get(number, [])}")
        for number, texts in got.items():
            if number in seen:
                continue
            extra.update(kind_of(text) for text in texts)
            here["not expected"] += len(texts)
        print(f"{name:28} {here['agreed']:4} of {here['expected']:4} agree, {here['not expected']:4} in other lines")
    for kind in KINDS:
        print(f"{kind:28} {agreed[kind]:4} of {total[kind]:4} agree, {extra[kind]:4} in other lines")
    expected = sum(total.values())
    print(f"{sum(agreed.values())} of {expected} decisions agree ({100 * sum(agreed.values()) / max(expected, 1):.1f} %)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
