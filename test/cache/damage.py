"""Damages what is in the cache, as a full disk or a machine that stopped does; builds must come out right all the same.

    damage.py minigo directory"""
import os
import pathlib
import shutil
import subprocess
import sys

MINIGO, ROOT = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve() / "damage"
FILES = {
    "go.mod": "module example.com/m\n\ngo 1.26\n",
    "main.go": 'package main\n\nimport "example.com/m/leaf"\n\nfunc main() { println(leaf.Text()) }\n',
    "leaf/leaf.go": 'package leaf\n\nfunc Text() string { return "leaf" }\n',
}
SUFFIXES = [".exe", ".o", ".h", ".package", ".result", ".inputs", ".entry"]
DAMAGES = {
    "junk": lambda data: b"junk\n",
    "cut": lambda data: data[:-100],
    "zeros": lambda data: bytes(len(data)),
    "one bit": lambda data: data[:-1] + bytes([data[-1] ^ 1]) if data else b"?",
    "empty": lambda data: b"",
}


def run(*arguments):
    result = subprocess.run([MINIGO, *arguments], cwd=ROOT, capture_output=True, text=True,
                            env=dict(os.environ, MINIGO_CACHE=str(ROOT / "cache")))
    if result.returncode:
        sys.exit(f"{arguments}: status {result.returncode}: {result.stderr}")
    return result.stderr


def build():
    """Builds the program, runs it, and builds the package as a library."""
    if (text := run("run", ".")) != "leaf\n":
        sys.exit(f"the program printed {text!r}")
    library = ROOT / "leaf.a"
    library.unlink(missing_ok=True)
    run("build", "-o", library.name, "./leaf")
    if not library.read_bytes().startswith(b"!<arch>\n"):
        sys.exit(f"{library} is no library")


def damage(entries, change):
    for entry in entries:
        data = entry.read_bytes()
        entry.unlink()  # what was taken out before stays as it is
        entry.write_bytes(change(data))


shutil.rmtree(ROOT, ignore_errors=True)
for name, text in FILES.items():
    (ROOT / name).parent.mkdir(parents=True, exist_ok=True)
    (ROOT / name).write_text(text, encoding="utf-8")
build()
for suffix in SUFFIXES:
    entries = list((ROOT / "cache").glob(f"*/*{suffix}"))
    if not entries:
        sys.exit(f"no {suffix} in the cache")
    damage(entries, DAMAGES["one bit"])
    build()
for change in DAMAGES.values():
    damage([path for path in (ROOT / "cache").glob("??/*") if path.is_file()], change)
    build()
print("ok")
