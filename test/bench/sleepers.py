#!/usr/bin/env python3
"""Memory and time of very many sleeping goroutines, minigo beside go.

usage: sleepers.py [NUMBER…]          300000 and 1000000 unless given

Each goroutine adds to a WaitGroup and sleeps two seconds. "B each" is the peak resident memory
above that of a program with a single goroutine, divided by their number.
"""
import os
import subprocess
import sys
import tempfile

from beside_go import HERE, Measured, compilers


def build(directory, name, command, number):
    with open(os.path.join(HERE, "sleepers.go"), encoding="utf-8") as file:
        text = file.read()
    changed = text.replace("const goroutines = 1000\n", f"const goroutines = {number}\n")
    assert number == 1000 or changed != text
    source = os.path.join(directory, f"sleepers{number}.go")
    with open(source, "w", encoding="utf-8") as file:
        file.write(changed)
    program = os.path.join(directory, f"{name}{number}")
    subprocess.run(command + [program, source], check=True)
    return program


def measure(directory, name, command, number):
    run = Measured([build(directory, name, command, number)])
    if run.status != 0 or run.output != f"slept: {number}\n".encode():
        sys.exit(f"{name}: wrong result: status {run.status}, output {run.output!r}")
    return run


def main():
    numbers = [int(word) for word in sys.argv[1:]] or [300_000, 1_000_000]
    print(f"{'goroutines':>10}  {'compiler':8} {'peak RSS':>10} {'B each':>8} {'wall s':>7} {'CPU s':>7}")
    with tempfile.TemporaryDirectory() as directory:
        floor = {name: measure(directory, name, command, 1).peak_bytes for name, command in compilers()}
        for number in numbers:
            each = {}
            for name, command in compilers():
                run = measure(directory, name, command, number)
                each[name] = (run.peak_bytes - floor[name]) / number
                print(
                    f"{number:>10}  {name:8} {run.peak_bytes / 1e6:>7.1f} MB {each[name]:>8.0f}"
                    f" {run.seconds:>7.2f} {run.cpu_seconds:>7.2f}"
                )
            if "go" in each:
                print(f"{number:>10}  memory per goroutine: {each['minigo'] / each['go']:.3f} of go's")


if __name__ == "__main__":
    main()
