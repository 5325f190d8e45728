#!/usr/bin/env python3
"""Feeds damaged Go programs to minigo; no input may crash or hang it.

usage: mutate.py [--runs N] [--seed N] [--keep DIR] [--command check|emit] [FILE.go…]

Takes the Go files of test/ unless some are given, damages tokens and bytes at random, and expects
exit status 0 or 1 within ten seconds, and for status 1 a message that is not about an internal
error. An input that fails is kept and named; the printed seed repeats a run.
"""
import argparse
import glob
import os
import random
import re
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
TOKEN = re.compile(rb'[A-Za-z_]\w*|\d[\w.]*|"(?:\\.|[^"\\\n])*"|`[^`]*`|\s+|<-|[-+*/%&|^<>=!:]{1,3}|.', re.S)
NASTY = [b"(" * 3000, b"[" * 3000, b"{" * 3000, b"*" * 3000, b"\x00", b"\xff\xfe", b"1e999999", b"0x" + b"f" * 5000,
         b"1 << 1000000", b"func() {", b"type T T;", b"'", b"`", b"\"", b"/*", b"...", b"<-", b"~", b"[T any]", b"goto x",
         b"\xef\xbb\xbf", b"-" * 3000, b"!" * 3000 + b"x", b"a." * 3000 + b"b", b"func(" * 1000, b"[]" * 3000 + b"int"]


def mutate(rng, text, others):
    """One damaged version of text."""
    tokens = TOKEN.findall(text)
    for _ in range(rng.choice([1, 1, 2, 3, 8])):
        if not tokens:
            break
        at = rng.randrange(len(tokens))
        kind = rng.randrange(8)
        if kind == 0:
            del tokens[at]
        elif kind == 1:
            tokens.insert(at, tokens[rng.randrange(len(tokens))])
        elif kind == 2:
            other = rng.randrange(len(tokens))
            tokens[at], tokens[other] = tokens[other], tokens[at]
        elif kind == 3:
            tokens.insert(at, rng.choice(NASTY))
        elif kind == 4:
            del tokens[at:]
        elif kind == 5:
            donor = TOKEN.findall(rng.choice(others))
            begin = rng.randrange(len(donor) or 1)
            tokens[at:at] = donor[begin : begin + rng.randrange(1, 30)]
        elif kind == 6:
            tokens[at] = bytes(rng.randrange(256) for _ in range(rng.randrange(1, 4)))
        else:
            end = min(len(tokens), at + rng.randrange(1, 40))
            tokens[at:at] = tokens[at:end]
    return b"".join(tokens)


def failure(command):
    """What is wrong with minigo's behaviour, or None."""
    try:
        result = subprocess.run(command, capture_output=True, timeout=10, check=False)
    except subprocess.TimeoutExpired:
        return "hangs"
    if result.returncode not in (0, 1):
        return f"exit status {result.returncode}"
    if b"internal error" in result.stderr:
        return result.stderr.decode(errors="replace").splitlines()[-1]
    if result.returncode == 1 and not result.stderr:
        return "exit status 1 without a message"
    return None


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--runs", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=random.randrange(1 << 32))
    parser.add_argument("--keep", default=tempfile.gettempdir())
    parser.add_argument("--command", default="check")
    parser.add_argument("files", nargs="*")
    options = parser.parse_args()
    files = options.files or sorted(glob.glob(os.path.join(ROOT, "test", "**", "*.go"), recursive=True))
    texts = []
    for name in files:
        with open(name, "rb") as file:
            texts.append(file.read())
    minigo = os.path.join(os.environ.get("MINIGO_BUILD", os.path.join(ROOT, "build")), "bin", "minigo")
    rng = random.Random(options.seed)
    print(f"seed {options.seed}, {len(texts)} files")
    failed = 0
    path = os.path.join(options.keep, f"mutate-{os.getpid()}.go")
    for number in range(options.runs):
        with open(path, "wb") as file:
            file.write(mutate(rng, rng.choice(texts), texts))
        wrong = failure([minigo, options.command, path])
        if wrong:
            failed += 1
            kept = os.path.join(options.keep, f"mutate-{options.seed}-{number}.go")
            os.replace(path, kept)
            print(f"{kept}: {wrong}")
    if os.path.exists(path):
        os.remove(path)
    print(f"{options.runs - failed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
