"""Compiles the C++ of many programs with every compiler at hand; a warning is a failure.

    no_warnings.py minigo-directory program.go...

Programs that minigo refuses are skipped: they are tests of messages."""
import concurrent.futures
import os
import shutil
import subprocess
import sys
import tempfile

FLAGS = ["-std=c++20", "-Wall", "-Wextra", "-Werror", "-O1", "-fwrapv", "-fno-strict-aliasing",
         "-fno-delete-null-pointer-checks", "-fno-finite-loops", "-ffp-contract=off", "-fno-exceptions",
         "-fno-rtti"]


def compilers():
    found = [shutil.which(name) for name in ("g++", "clang++-19", "clang++")]
    return list(dict.fromkeys(path for path in found if path))


def check(minigo_dir, program):
    layout = os.path.join(minigo_dir, "..", "lib", "minigo")
    emitted = subprocess.run([os.path.join(minigo_dir, "minigo"), "emit", program],
                             capture_output=True, check=False)
    if emitted.returncode == 1 and not emitted.stdout:
        return []
    if emitted.returncode != 0:
        return [f"{program}: minigo emit ends with status {emitted.returncode}"]
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        source = os.path.join(folder, "main.cpp")
        with open(source, "wb") as file:
            file.write(emitted.stdout)
        for compiler in compilers():
            command = [compiler, *FLAGS, "-I", os.path.join(layout, "include"), "-I",
                       os.path.join(layout, "generated"), "-c", source, "-o",
                       os.path.join(folder, "main.o")]
            result = subprocess.run(command, capture_output=True, text=True, check=False)
            if result.returncode != 0:
                faults.append(f"{program}: {compiler}:\n{result.stderr}")
    return faults


def main():
    minigo_dir, programs = sys.argv[1], sys.argv[2:]
    assert programs and compilers()
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        faults = [fault for found in pool.map(lambda p: check(minigo_dir, p), programs)
                  for fault in found]
    print(*faults, sep="\n")
    sys.exit(1 if faults else 0)


main()
