#!/usr/bin/env python3
"""Memory and time of very many sleeping goroutines, minigo beside go.

usage: sleepers.py [--seconds S] [--alone] [NUMBER…]          300000 and 1000000 unless given

Each goroutine adds to a WaitGroup and sleeps S seconds, two unless given. "B each" is the peak
resident memory above that of a program with a single goroutine, divided by their number. When
starting them takes longer than S, they are never all there at once, and the peak is lower. --alone
leaves go out, which needs 2.7 GB for a million.
"""
import argparse
import os
import subprocess
import sys
import tempfile

from beside_go import HERE, Measured, compilers


def build(directory, name, command, number, seconds):
    with open(os.path.join(HERE, "sleepers.go"), encoding="utf-8") as file:
        text = file.read()
    changed = text.replace("const goroutines = 1000\n", f"const goroutines = {number}\n")
    assert number == 1000 or changed != text
    changed = changed.replace("2 * time.Second", f"{seconds} * time.Second")
    source = os.path.join(directory, f"sleepers{number}.go")
    with open(source, "w", encoding="utf-8") as file:
        file.write(changed)
    program = os.path.join(directory, f"{name}{number}")
    subprocess.run(command + [program, source], check=True)
    return program


def measure(directory, name, command, number, seconds):
    run = Measured([build(directory, name, command, number, seconds)])
    if run.status != 0 or run.output != f"slept: {number}\n".encode():
        sys.exit(f"{name}: wrong result: status {run.status}, output {run.output!r}")
    return run


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--seconds", type=int, default=2)
    parser.add_argument("--alone", action="store_true")
    parser.add_argument("numbers", type=int, nargs="*", default=[300_000, 1_000_000])
    args = parser.parse_args()
    print(f"{'goroutines':>10}  {'compiler':8} {'peak RSS':>10} {'B each':>8} {'wall s':>7} {'CPU s':>7}")
    with tempfile.TemporaryDirectory() as directory:
        used = [(name, command) for name, command in compilers() if name == "minigo" or not args.alone]
        floor = {name: measure(directory, name, command, 1, 0).peak_bytes for name, command in used}
        for number in args.numbers:
            each = {}
            for name, command in used:
                run = measure(directory, name, command, number, args.seconds)
                each[name] = (run.peak_bytes - floor[name]) / number
                print(
                    f"{number:>10}  {name:8} {run.peak_bytes / 1e6:>7.1f} MB {each[name]:>8.0f}"
                    f" {run.seconds:>7.2f} {run.cpu_seconds:>7.2f}"
                )
            if "go" in each:
                print(f"{number:>10}  memory per goroutine: {each['minigo'] / each['go']:.3f} of go's")


if __name__ == "__main__":
    main()
