#!/usr/bin/env python3
"""Compute programs, minigo beside go: time of each, ratio, geometric mean of the ratios.

usage: compute.py [--rounds N] [-O LEVEL] [NAME…]     all of compute/*.go, 5 rounds, -O2 unless given

The two take turns; a round's figure is the processor time of the whole process, so that a collector that works beside the
program counts; the median counts. Both must print the same. A ratio above 1 means that minigo is faster.
"""
import argparse
import os
import statistics
import subprocess
import sys
import tempfile

from beside_go import HERE, Measured, compilers

PROGRAMS = os.path.join(HERE, "compute")


def build(directory, name, level):
    """Builds one program with each compiler; returns {compiler: path}."""
    built = {}
    for compiler, command in compilers():
        path = os.path.join(directory, f"{name}.{compiler}")
        flags = ["-O" + level] if compiler == "minigo" else []
        command = command[:2] + flags + command[2:] + [path, os.path.join(PROGRAMS, name + ".go")]
        subprocess.run(command, check=True)
        built[compiler] = path
    return built


def measure(built, rounds):
    """{compiler: (median seconds, peak bytes)}; ends the run when outputs differ."""
    times = {compiler: [] for compiler in built}
    peak = dict.fromkeys(built, 0)
    outputs = set()
    for _ in range(rounds):
        for compiler, path in built.items():
            run = Measured([path])
            if run.status != 0:
                sys.exit(f"{path}: status {run.status}")
            times[compiler].append(run.cpu_seconds)
            peak[compiler] = max(peak[compiler], run.peak_bytes)
            outputs.add(run.output)
    if len(outputs) != 1:
        sys.exit(f"{built}: outputs differ: {outputs}")
    return {c: (statistics.median(times[c]), peak[c]) for c in built}


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("-O", dest="level", default="2")
    parser.add_argument("names", nargs="*")
    args = parser.parse_args()
    names = args.names or sorted(f[:-3] for f in os.listdir(PROGRAMS) if f.endswith(".go"))
    print(f"{'program':14} {'minigo s':>9} {'go s':>9} {'go/minigo':>9} {'minigo MB':>10} {'go MB':>7}")
    ratios = []
    for name in names:
        with tempfile.TemporaryDirectory() as directory:
            result = measure(build(directory, name, args.level), args.rounds)
        seconds, peak = result["minigo"]
        line = f"{name:14} {seconds:9.3f}"
        if "go" in result:
            go_seconds, go_peak = result["go"]
            ratios.append(go_seconds / seconds)
            line += f" {go_seconds:9.3f} {ratios[-1]:9.2f} {peak / 1e6:10.0f} {go_peak / 1e6:7.0f}"
        print(line, flush=True)
    if ratios:
        print(f"geometric mean of go/minigo: {statistics.geometric_mean(ratios):.2f}")


if __name__ == "__main__":
    main()
