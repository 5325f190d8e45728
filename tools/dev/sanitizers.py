#!/usr/bin/env python3
"""Runs the runtime and programs under the sanitizers.

    sanitizers.py thread [--procs 1 2 4] [--seconds 240] [--no-units] [program.go ...]
    sanitizers.py address [--no-units] [lit flags or paths below test/]

thread: unit tests of the runtime, and Go programs at several GOMAXPROCS; without programs, those of test/run about
goroutines, those of test/library about sockets, processes and signals, and test/stress. What a program prints is not
looked at.
address, with undefined behaviour: unit tests of the runtime, and tests of lit, by default those of test/run.

Builds the runtime in build-tsan or build-asan; minigo itself is the one of build/, which must be there. Prints each
report of a sanitizer, and a count; ends with 1 after a report, a crash, a hang or a failed test.
"""
import argparse
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
UNITS = ["scheduler", "workers", "run_queue", "biased_lock", "slot", "sync", "chan", "timer", "timer_queue", "poller", "heap", "panic"]
PROGRAMS = re.compile(r"(chan|select|goroutine|sync|timer|hand_over|blocking|os_pipe|gc_|debug_gc|finalizers|"
                      r"weak|unique|init_order|heap_trees|program_mix|memory_given|runtime_callers|"
                      r"net_|os_exec|os_signal_s|os_stdout_nonblocking).*\.go")
REPORT = re.compile(r"WARNING: ThreadSanitizer|ERROR: AddressSanitizer|^\S+:\d+:\d+: runtime error: ", re.MULTILINE)
REPORTED = 66 # the sanitizers' exit status where there was a report


def call(*command, **options):
    subprocess.run([str(word) for word in command], check=True, **options)


class Sanitizer:
    def __init__(self, preset, flags, options):
        self.preset = preset
        self.build = ROOT / f"build-{preset}"
        self.flags = flags
        self.options = options

    def environment(self, **more):
        return {**os.environ, "CXX": f"g++ {self.flags}", "MINIGO_CACHE": str(self.build / "cache"), **self.options, **more}

    def build_tool(self, units):
        """A copy of minigo beside a runtime and packages that are built for the sanitizer."""
        if not (self.build / "build.ninja").exists():
            call("cmake", "--preset", self.preset, cwd=ROOT, stdout=subprocess.DEVNULL)
        targets = [f"runtime_{name}_test" for name in units]
        call("cmake", "--build", self.build, "-t", "minigo_runtime", "minigo_end_of_code_file", *targets)
        (self.build / "bin").mkdir(exist_ok=True)
        minigo, archive = self.build / "bin/minigo", self.build / "lib/minigo/libminigo_packages.a"
        shutil.copy2(ROOT / "build/bin/minigo", minigo)
        sources = [minigo, *(ROOT / "runtime/packages").rglob("*.go"), *(ROOT / "runtime/include").rglob("*.h")]
        if not archive.exists() or archive.stat().st_mtime < max(file.stat().st_mtime for file in sources):
            call(minigo, "build-packages", env=self.environment())
        return minigo

    def run_units(self, units, seconds):
        return [passes(f"unit {name}", [self.build / f"test/unit/runtime_{name}_test"], seconds, self.environment())
                for name in units]


# Fibers of stacks that nobody uses any more count as leaked threads.
THREAD = Sanitizer("tsan", "-fsanitize=thread", {
    "TSAN_OPTIONS": f"exitcode={REPORTED} report_thread_leaks=0 report_signal_unsafe=0 "
                    f"suppressions={ROOT}/tools/dev/thread_sanitizer.supp"})
# The collector looks at memory that is none of its own, and programs end without freeing.
ADDRESS = Sanitizer("asan", "-fsanitize=address,undefined", {
    "ASAN_OPTIONS": f"exitcode={REPORTED} detect_leaks=0:detect_stack_use_after_return=0",
    "UBSAN_OPTIONS": f"exitcode={REPORTED} halt_on_error=1:print_stacktrace=1"})


def passes(what, command, seconds, env):
    """Runs it; prints what the sanitizer had to say."""
    print(what, flush=True)
    try:
        done = subprocess.run(command, env=env, timeout=seconds, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, text=True, errors="replace")
    except subprocess.TimeoutExpired:
        print(f"{what}: no end after {seconds} s")
        return False
    if report := REPORT.search(done.stdout):
        print(done.stdout[report.start():report.start() + 20000], flush=True)
        return False
    if done.returncode < 0 or "Sanitizer:" in done.stdout:
        print(f"{what}: status {done.returncode}\n{done.stdout[-3000:]}", flush=True)
        return False
    return True


def check_threads(options):
    programs = [Path(name) for name in options.rest] or [
        *sorted(file for folder in ("run", "library") for file in (ROOT / "test" / folder).iterdir()
                if PROGRAMS.fullmatch(file.name) and "UNSUPPORTED: sanitizer" not in file.read_text()),
        *sorted((ROOT / "test/stress").glob("*.go"))]
    minigo = THREAD.build_tool(options.units)
    results = THREAD.run_units(options.units, options.seconds)
    for program in programs:
        output = THREAD.build / "program"
        call(minigo, "build", "-o", output, program, env=THREAD.environment())
        arguments = ["4711", "100"] if program.resolve().parent.name == "stress" else []
        for procs in options.procs:
            results.append(passes(f"{program.name} GOMAXPROCS={procs}", [output, *arguments], options.seconds,
                                  THREAD.environment(GOMAXPROCS=procs)))
    return results


def check_addresses(options):
    ADDRESS.build_tool(options.units)
    results = ADDRESS.run_units(options.units, options.seconds)
    lit = subprocess.run([sys.executable, ROOT / "test/run_tests.py", ADDRESS.build, *(options.rest or [ROOT / "test/run"])],
                         env=ADDRESS.environment())
    return [*results, lit.returncode == 0]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sanitizer", choices=["thread", "address"])
    parser.add_argument("--procs", nargs="+", default=["1", "2", "4"])
    parser.add_argument("--seconds", type=float, default=240)
    parser.add_argument("--no-units", action="store_true")
    parser.add_argument("rest", nargs="*")
    options = parser.parse_intermixed_args() # programs may follow flags
    options.units = [] if options.no_units else UNITS
    results = (check_threads if options.sanitizer == "thread" else check_addresses)(options)
    print(f"{len(results)} runs, {results.count(False)} failed")
    return 1 if False in results or not results else 0


if __name__ == "__main__":
    sys.exit(main())
