"""Many builds at once on one cache, a part of them killed at random moments; then every program must build and be right.

    killed_builds.py minigo directory builds [seed [at-once]]"""
import os
import random
import shutil
import signal
import subprocess
import sys
import time

MINIGO, ROOT, BUILDS = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2]), int(sys.argv[3])
SEED = int(sys.argv[4]) if len(sys.argv) > 4 else time.time_ns() % 100000
AT_ONCE = int(sys.argv[5]) if len(sys.argv) > 5 else 8
PROGRAMS = 8


def program(number, version):
    return f"""package main

import (
	"fmt"

	"example.com/m/shared"
)

func main() {{ fmt.Println({number}, {version}, shared.Value) }}
"""


def write(name, text):
    path = os.path.join(ROOT, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path + ".new", "w", encoding="utf-8") as file:
        file.write(text)
    os.rename(path + ".new", path)  # builds that run must see the old text or the new one


def start(number):
    output = os.path.join(ROOT, "out", f"p{number}")
    return subprocess.Popen([MINIGO, "build", "-o", output, f"./p{number}"], cwd=ROOT, stdout=subprocess.PIPE,
                            stderr=subprocess.STDOUT, start_new_session=True)


def storm(random_source):
    running, started, killed = [], 0, 0
    while started < BUILDS or running:
        while started < BUILDS and len(running) < AT_ONCE:
            number = started % PROGRAMS
            if random_source.random() < 0.5:
                write(f"p{number}/main.go", program(number, random_source.randrange(3)))
            if random_source.random() < 0.1:
                write("shared/shared.go", f"package shared\n\nconst Value = {random_source.randrange(2)}\n")
            running.append([start(number), random_source.random() * 0.3 if random_source.random() < 0.5 else None,
                            time.monotonic()])
            started += 1
        for entry in list(running):
            build, deadline, since = entry
            if deadline is not None and time.monotonic() - since > deadline and build.poll() is None:
                os.killpg(build.pid, signal.SIGKILL)
                killed += 1
                entry[1] = None
            if build.poll() is not None:
                running.remove(entry)
                text = build.communicate()[0].decode()
                if build.returncode not in (0, -signal.SIGKILL):
                    sys.exit(f"seed {SEED}: a build failed with {build.returncode}: {text}")
        time.sleep(0.005)
    return killed


def main():
    shutil.rmtree(ROOT, ignore_errors=True)
    os.environ["MINIGO_CACHE"] = os.path.join(ROOT, "cache")
    write("go.mod", "module example.com/m\n\ngo 1.26\n")
    write("shared/shared.go", "package shared\n\nconst Value = 0\n")
    for number in range(PROGRAMS):
        write(f"p{number}/main.go", program(number, 0))
    killed = storm(random.Random(SEED))
    for value in range(2):
        write("shared/shared.go", f"package shared\n\nconst Value = {value}\n")
        for version in range(3):
            for number in range(PROGRAMS):
                write(f"p{number}/main.go", program(number, version))
                build = start(number)
                text = build.communicate()[0].decode()
                output = os.path.join(ROOT, "out", f"p{number}")
                got = subprocess.run([output], capture_output=True, text=True, check=False).stdout if not build.returncode else text
                if got != f"{number} {version} {value}\n":
                    sys.exit(f"seed {SEED}: program {number}: got {got!r}")
    left = [name for name in os.listdir(os.path.join(ROOT, "out")) if name.startswith(".")]
    print(f"{BUILDS} builds, {killed} killed, all {6 * PROGRAMS} later ones right; seed {SEED}; "
          f"{len(left)} unfinished outputs left by killed builds")


if __name__ == "__main__":
    main()
