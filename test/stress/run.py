#!/usr/bin/env python3
"""Runs a stress program again and again under changing numbers of workers, stack slots and collections.

    run.py [--minigo build/bin/minigo] [--seconds 60] [--limit 60] [--program mix.go]

Prints the settings and the seed of each failure, which repeat it: SETTINGS program SEED. Ends with 1
after a failure.
"""
import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent


def settings():
    result = {"GOMAXPROCS": str(random.choice([1, 2, 2, 3, 4, 16]))}
    slots = random.choice([0, 0, 1, 2, 5])
    interval = random.choice([0, 0, 0, 7, 30, 300])
    if slots:
        result["MINIGO_SLOTS"] = str(slots)
    if interval:
        result["MINIGO_GC_EVERY"] = str(interval)
    if random.random() < 0.5:
        result["MINIGO_GC_SNAPSHOT"] = "1"
    if random.random() < 0.7:
        result["MINIGO_LOCKS_TO_BIAS"] = str(random.choice([1, 2, 10]))
    return result


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minigo", default=str(HERE.parent.parent / "build/bin/minigo"))
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--limit", type=float, default=60, help="seconds until a run counts as hung; more at a low priority")
    parser.add_argument("--program", default=str(HERE / "mix.go"))
    options = parser.parse_args()
    runs = failures = 0
    with tempfile.TemporaryDirectory() as folder:
        program = folder + "/program"
        subprocess.run([options.minigo, "build", "-o", program, options.program], check=True)
        end = time.monotonic() + options.seconds
        while time.monotonic() < end:
            env, seed = settings(), str(random.randrange(1, 1 << 40))
            try:
                done = subprocess.run([program, seed, "1000"], env={**os.environ, **env}, timeout=options.limit,
                                      stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
                status, text = done.returncode, done.stdout
            except subprocess.TimeoutExpired as expired:
                status, text = "timeout", (expired.stdout or b"").decode()
            runs += 1
            if status != 0:
                failures += 1
                print(" ".join(f"{k}={v}" for k, v in env.items()), Path(options.program).name, seed,
                      "status", status, flush=True)
                print(text[-2000:], flush=True)
    print(f"{runs} runs, {failures} failures")
    return 1 if failures else 0


sys.exit(main())
