#!/usr/bin/env python3
"""Runs the programs of a document many times and checks every output and exit status.

usage: repeat.py [--runs N] [--jobs N] [FLAG…]      FLAG: -O0, -O2 … handed to minigo build

200 runs of each program unless given. Sixteen run at a time: the programs mostly sleep. The build
tree named in MINIGO_BUILD decides about sanitizers.
"""
import argparse
import concurrent.futures
import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
sys.path[:0] = [os.path.dirname(HERE), os.path.join(ROOT, "tools", "dev")]
import doc_programs  # noqa: E402
import orders  # noqa: E402


def build(directory, number, text, flags):
    minigo = os.path.join(os.environ.get("MINIGO_BUILD", os.path.join(ROOT, "build")), "bin", "minigo")
    program = os.path.join(directory, f"program{number}")
    with open(program + ".go", "wb") as file:
        file.write(text)
    subprocess.run([minigo, "build", *flags, "-o", program, program + ".go"], check=True)
    return program


def run_once(program, expected):
    """Returns None, or what was wrong with this run."""
    environment = {"ASAN_OPTIONS": "detect_leaks=0:detect_stack_use_after_return=0", **os.environ}
    result = subprocess.run(
        [program], capture_output=True, text=True, timeout=120, env=environment, check=False
    )
    if result.returncode != 0 or result.stderr:
        return f"exit status {result.returncode}, standard error {result.stderr!r}"
    return orders.mismatch(expected, orders.split(result.stdout))


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--runs", type=int, default=200)
    parser.add_argument("--jobs", type=int, default=16)
    options, flags = parser.parse_known_args()
    with open(os.path.join(HERE, "goroutines.md"), "rb") as file:
        programs = doc_programs.programs(file.read())
    failed = 0
    with tempfile.TemporaryDirectory() as directory:
        for number, (_, text) in enumerate(programs, 1):
            program = build(directory, number, text, flags)
            with open(os.path.join(HERE, f"goroutines.{number}.expected"), encoding="utf-8") as file:
                expected = orders.parse(orders.split(file.read()))
            with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
                runs = pool.map(lambda _: run_once(program, expected), range(options.runs))
                wrong = [error for error in runs if error]
            failed += len(wrong)
            print(f"program {number} {' '.join(flags)}: {options.runs - len(wrong)} of {options.runs} runs right")
            for error in wrong[:5]:
                print("  " + error)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
