"""The tests that a Go distribution brings along (GOROOT/test), read by their first lines.

    root = go_tests.find_goroot()
    for test in go_tests.load(root, {"run", "rundir"}):
        if test.skip: ...

The first line of a file that is no build constraint says what is to be done with it: an action,
flags and arguments, as in `// run -goexperiment fieldtrack arg1`. Files without such a line are
parts of other tests.
"""
import os
import re
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass, field

GOOS, GOARCH = "linux", "amd64"
NEWEST_MINOR = 26

ACTIONS = {
    "asmcheck", "build", "builddir", "buildrun", "buildrundir", "compile", "compiledir", "errorcheck",
    "errorcheckandrundir", "errorcheckdir", "errorcheckoutput", "errorcheckwithauto", "run", "rundir",
    "runindir", "runoutput", "skip",
}
# Actions whose compilation is expected to fail, unless the flag -0 says otherwise.
FAILING = {"errorcheck", "errorcheckdir", "errorcheckoutput", "errorcheckwithauto"}


@dataclass
class GoTest:
    name: str  # below GOROOT/test: "fixedbugs/bug206.go"
    path: str  # the file
    action: str  # one of ACTIONS
    flags: list = field(default_factory=list)  # for the compiler: "-lang=go1.17"
    args: list = field(default_factory=list)  # what follows the flags
    wants_error: bool = False
    single_file_packages: bool = False  # in a *dir test, every file is a package (flag -s)
    timeout: int = 0  # seconds; 0: none of its own
    experiment: str = ""  # GOEXPERIMENT
    go_mod_version: str = ""  # of the go.mod that is made for runindir
    skip: str = ""  # why it does not apply here: a constraint, or the action skip

    @property
    def directory(self):
        """Of a *dir test: the folder with its files."""
        return self.path[: -len(".go")] + ".dir"

    @property
    def folder(self):
        return os.path.dirname(self.name) or "."

    @property
    def expected_output(self):
        """What it prints on both streams, bytes; nothing if no .out file says otherwise."""
        out = self.path[: -len(".go")] + ".out"
        if not os.path.exists(out):
            return b""
        with open(out, "rb") as f:
            return f.read()


def find_goroot(given=None):
    """The root of a Go distribution with tests, or None. Looks at `given` first, then where `go`
    looks, then where Debian puts its sources."""
    candidates = [given] if given else [os.environ.get("GOROOT")]
    go = shutil.which("go") or "/usr/local/go/bin/go"
    if not given and os.path.exists(go):
        found = subprocess.run([go, "env", "GOROOT"], capture_output=True, text=True)
        candidates.append(found.stdout.strip())
    if not given and os.path.isdir("/usr/share"):
        debian = [d for d in os.listdir("/usr/share") if re.fullmatch(r"go-1\.\d+", d)]
        debian.sort(key=lambda d: int(d.split(".")[1]), reverse=True)
        candidates += ["/usr/share/" + d for d in debian]
    for root in candidates:
        if root and os.path.isdir(os.path.join(root, "test", "fixedbugs")):
            return root
    return None


def load(root, actions=None):
    """All tests below root/test (of the given actions), by name."""
    top = os.path.join(root, "test")
    tests = []
    for folder, folders, files in os.walk(top):
        folders[:] = sorted(f for f in folders if not f.endswith(".dir"))
        for file in sorted(files):
            if not file.endswith(".go"):
                continue
            path = os.path.join(folder, file)
            test = parse(os.path.relpath(path, top), path)
            if test and (actions is None or test.action in actions):
                tests.append(test)
    return sorted(tests, key=lambda t: t.name)


def parse(name, path):
    """The test in a file; None if the file is none."""
    with open(path, encoding="utf-8", errors="replace") as f:
        text = f.read()
    words = _recipe(text)
    if not words or words[0] not in ACTIONS:
        return None
    test = GoTest(name, path, words[0], wants_error=words[0] in FAILING)
    _read_flags(test, words[1:])
    header = text.partition("\npackage")[0] if "\npackage" in text else text.partition("\n")[0]
    if test.action == "skip":
        test.skip = "skip"
    for line in header.split("\n"):
        if line.startswith("//go:build ") and not evaluate(line[len("//go:build "):]):
            test.skip = line
    return test


def _recipe(text):
    for line in text.split("\n"):
        if line.startswith("//go:build") or line.startswith("// +build"):
            continue
        if not line.startswith("//"):
            return []
        try:
            return shlex.split(line[2:], posix=True)
        except ValueError:  # a sentence with an apostrophe
            return []
    return []


def _read_flags(test, words):
    takes_value = {"-t", "-goexperiment", "-godebug", "-gomodversion"}
    while words and words[0].startswith("-"):
        flag = words.pop(0)
        value = words.pop(0) if flag in takes_value and words else ""
        if flag == "-0":
            test.wants_error = False
        elif flag == "-1":
            test.wants_error = True
        elif flag == "-s":
            test.single_file_packages = True
        elif flag == "-t":
            test.timeout = int(value)
        elif flag == "-goexperiment":
            test.experiment = value
        elif flag == "-gomodversion":
            test.go_mod_version = value
        elif flag != "-godebug":
            test.flags.append(flag)
    test.args = words


def has_tag(tag):
    """Whether a build tag holds, as in Go's own run of these tests with cgo off."""
    release = re.fullmatch(r"go1\.(\d+)", tag)
    if release:
        return int(release.group(1)) <= NEWEST_MINOR
    return tag in {GOOS, GOARCH, "gc", "unix", "test_run"}


def evaluate(constraint, has=has_tag):
    """The value of the expression behind //go:build: tags, !, &&, || and parentheses."""
    tokens = re.findall(r"[\w.]+|&&|\|\||!|\(|\)", constraint)
    python = {"&&": " and ", "||": " or ", "!": " not ", "(": "(", ")": ")"}
    return bool(eval("".join(python.get(t) or str(has(t)) for t in tokens), {"__builtins__": {}}))


def dir_packages(test):
    """Of a *dir test: lists of files, one for each package, in the order in which they are compiled.
    Files with the same package clause are one package, unless the test says otherwise."""
    packages = {}
    for file in sorted(os.listdir(test.directory)):
        if not file.endswith(".go"):
            continue
        path = os.path.join(test.directory, file)
        with open(path, encoding="utf-8", errors="replace") as f:
            name = re.search(r"^package\s+(\w+)", f.read(), re.MULTILINE)
        key = file if test.single_file_packages else (name.group(1) if name else file)
        packages.setdefault(key, []).append(path)
    return list(packages.values())


def as_module(test, module):
    """Copies the packages of a *dir test into the folder `module` as a module "test", where each has a folder
    of its own: "./a" in an import becomes "test/a". Returns their folders in the order of compilation."""
    with open(os.path.join(module, "go.mod"), "w") as f:
        f.write(f"module test\n\ngo 1.{NEWEST_MINOR}\n")
    folders = []
    for files in dir_packages(test):
        folder = os.path.basename(files[0])[: -len(".go")]
        folders.append(folder)
        os.makedirs(os.path.join(module, folder))
        for path in files:
            with open(path, "rb") as f:
                text = re.sub(rb'"\./([^"/]+)"', rb'"test/\1"', f.read())
            name = os.path.basename(path).replace("_test.go", "_test_.go")  # no test to the go command
            with open(os.path.join(module, folder, name), "wb") as f:
                f.write(text)
    return folders


class KnownFailures:
    """Which tests are known to fail, and why. A line of the file: `name: reason`; `#` begins a comment."""

    def __init__(self, path):
        self.path = path
        self.reasons = {}
        if not os.path.exists(path):
            return
        with open(path) as f:
            for number, line in enumerate(f, 1):
                line = line.strip()
                if not line or line.startswith("#"):
                    continue
                name, _, reason = line.partition(": ")
                if not reason.strip():
                    sys.exit(f"{path}:{number}: {name} needs a reason")
                self.reasons[name] = reason.strip()


class Results:
    """Collects what came of each test: `add(kind, test name, problem)` with "" for a pass."""

    def __init__(self, known):
        self.known = known
        self.rows = []

    def add(self, kind, name, problem):
        self.rows.append((kind, name, problem))

    def table(self):
        """Passed and failed by kind and folder."""
        count = {}
        for kind, name, problem in self.rows:
            folder = os.path.dirname(name) or "."
            for key in ((kind, folder), (kind, "all")):
                row = count.setdefault(key, [0, 0])
                row[1 if problem else 0] += 1
        lines = [f"{'kind':<20} {'folder':<24} {'pass':>6} {'fail':>6} {'agree':>8}"]
        for (kind, folder), (good, bad) in sorted(count.items(), key=lambda e: (e[0][0], e[0][1] == "all", e[0])):
            lines.append(f"{kind:<20} {folder:<24} {good:>6} {bad:>6} {100 * good / (good + bad):7.1f}%")
        return "\n".join(lines)

    def surprises(self, complete=True):
        """What differs from the list of known failures, a line each. `complete`: every test was run,
        so an entry that no test answers to is one as well."""
        lines = []
        seen = set()
        for kind, name, problem in self.rows:
            seen.add(name)
            if problem and name not in self.known.reasons:
                lines.append(f"FAIL {kind} {name}: {problem}")
            elif not problem and name in self.known.reasons:
                lines.append(f"PASS {kind} {name}: remove it from {self.known.path}")
        if complete:
            lines += [f"GONE {name}: remove it from {self.known.path}" for name in self.known.reasons if name not in seen]
        return lines


def go_output(go, *words):
    """What a go command prints, for linux/amd64 without cgo."""
    env = dict(os.environ, GOOS=GOOS, GOARCH=GOARCH, CGO_ENABLED="0")
    return subprocess.run([go, *words], env=env, check=True, capture_output=True, text=True).stdout


def list_packages(go, pattern):
    """Import paths and files of all packages that have files: `go list`."""
    template = "{{if .GoFiles}}{{.ImportPath}}{{range .GoFiles}} {{$.Dir}}/{{.}}{{end}}{{end}}"
    packages, files = [], []
    for line in go_output(go, "list", "-f", template, pattern).splitlines():
        if line:
            path, *names = line.split(" ")
            packages.append(path)
            files += names
    return packages, files
