#!/usr/bin/env python3
"""Runs goroutines under the thread sanitizer: unit tests of the runtime, and Go programs at several GOMAXPROCS.

    thread_sanitizer.py [--procs 1 2 4] [--seconds 240] [--no-units] [program.go ...]

Builds the runtime in build-tsan (preset tsan); minigo itself is the one of build/, which must be there. Without
programs, those of test/run about goroutines, and test/stress/mix.go. Prints each report of the sanitizer, and a count;
ends with 1 after a report, a crash or a hang. What a program prints is not looked at.
"""
import argparse
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
BUILD = ROOT / "build-tsan"
CXX = "g++ -fsanitize=thread"
UNITS = ["scheduler", "workers", "run_queue", "slot", "sync", "chan", "timer", "timer_queue", "poller", "heap", "panic"]
PROGRAMS = re.compile(r"(chan|select|goroutine|sync|time_timer|timer|hand_over|blocking|os_pipe|gc_|debug_gc|finalizers|"
                      r"weak|unique|init_order|heap_trees|program_mix|memory_given).*\.go")
REPORT = "WARNING: ThreadSanitizer"
REPORTED = 66 # the sanitizer's exit status where there was a report


def call(*command, **options):
    subprocess.run([str(word) for word in command], check=True, **options)


def build_tool(units):
    """A copy of minigo beside a runtime and packages that are built for the sanitizer."""
    if not (BUILD / "build.ninja").exists():
        call("cmake", "--preset", "tsan", cwd=ROOT, stdout=subprocess.DEVNULL)
    targets = [f"runtime_{name}_test" for name in units]
    call("cmake", "--build", BUILD, "-t", "minigo_runtime", "minigo_end_of_code_file", *targets)
    tool = BUILD / "tool"
    (tool / "bin").mkdir(parents=True, exist_ok=True)
    shutil.copy2(ROOT / "build/bin/minigo", tool / "bin/minigo")
    if not (tool / "lib").exists():
        (tool / "lib").symlink_to(BUILD / "lib")
    minigo, archive = tool / "bin/minigo", BUILD / "lib/minigo/libminigo_packages.a"
    sources = [minigo, *(ROOT / "runtime/packages").rglob("*.go"), *(ROOT / "runtime/include").rglob("*.h")]
    if not archive.exists() or archive.stat().st_mtime < max(file.stat().st_mtime for file in sources):
        call(minigo, "build-packages", env=environment())
    return minigo


def environment(**more):
    # Fibers of stacks that nobody uses any more count as leaked threads.
    options = f"exitcode={REPORTED} report_thread_leaks=0 report_signal_unsafe=0"
    return {**os.environ, "CXX": CXX, "TSAN_OPTIONS": options, "MINIGO_CACHE": str(BUILD / "cache"), **more}


def passes(what, command, seconds, env):
    """Runs it; prints what the sanitizer had to say."""
    print(what, flush=True)
    try:
        done = subprocess.run(command, env=env, timeout=seconds, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, text=True, errors="replace")
    except subprocess.TimeoutExpired:
        print(f"{what}: no end after {seconds} s")
        return False
    start = done.stdout.find(REPORT)
    if start >= 0:
        print(done.stdout[start:start + 20000], flush=True)
        return False
    if done.returncode < 0 or "ThreadSanitizer:" in done.stdout:
        print(f"{what}: status {done.returncode}\n{done.stdout[-3000:]}", flush=True)
        return False
    return True


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--procs", nargs="+", default=["1", "2", "4"])
    parser.add_argument("--seconds", type=float, default=240)
    parser.add_argument("--no-units", action="store_true")
    parser.add_argument("programs", nargs="*")
    options = parser.parse_args()
    units = [] if options.no_units else UNITS
    programs = [Path(name) for name in options.programs] or [
        *sorted(file for file in (ROOT / "test/run").iterdir()
                if PROGRAMS.fullmatch(file.name) and "UNSUPPORTED: sanitizer" not in file.read_text()),
        ROOT / "test/stress/mix.go"]
    minigo = build_tool(units)
    results = [passes(f"unit {name}", [BUILD / f"test/unit/runtime_{name}_test"], options.seconds, environment())
               for name in units]
    for program in programs:
        output = BUILD / "program"
        call(minigo, "build", "-o", output, program, env=environment())
        arguments = ["4711", "100"] if program.name == "mix.go" else []
        for procs in options.procs:
            results.append(passes(f"{program.name} GOMAXPROCS={procs}", [output, *arguments], options.seconds,
                                  environment(GOMAXPROCS=procs)))
    print(f"{len(results)} runs, {results.count(False)} failed")
    return 1 if False in results or not results else 0


if __name__ == "__main__":
    sys.exit(main())
