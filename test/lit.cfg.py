# How tests run: the words that RUN lines may use, and the features that REQUIRES may ask for.
# README.md beside this file explains how to add a test.
import os
import shutil
import sys

import lit.formats

config.name = "minigo"
config.test_format = lit.formats.ShTest(execute_external=False)
config.suffixes = [".go", ".test"]
config.excludes = ["Inputs", "bench", "fuzz"]
config.test_source_root = os.path.join(config.minigo_source_dir, "test")
config.test_exec_root = os.path.join(config.minigo_build_dir, "test")

# A test that hangs is a failure, not a hung run. Sanitizers are slow, and so is the first use of a
# large package of the library on a busy machine.
limit = 240 if config.sanitize else 120
minigo = os.path.join(config.minigo_build_dir, "bin", "minigo")
script = lambda name: os.path.join(config.test_source_root, name)

config.substitutions += [
    ("%minigo_dir", os.path.join(config.minigo_build_dir, "bin")),
    ("%minigo", f"timeout {limit} {minigo}"),
    # `%exit 2 command` passes when the command ends with exactly that status.
    ("%exit", "sh " + script("exit_status.sh")),
    # `%doc_program file.md 2` prints the second program of a document.
    ("%doc_program", f"{sys.executable} {config.minigo_source_dir}/tools/dev/doc_programs.py"),
    # `… | %orders file.expected` checks output whose lines may come in several orders.
    ("%orders", f"{sys.executable} {script('orders.py')}"),
    ("%cxx", config.cxx),
    ("%python", sys.executable),
    ("%version", config.version),
]

path = [config.llvm_bin_dir, os.environ.get("PATH", "")]
if not shutil.which("go") and os.path.exists("/usr/local/go/bin/go"):
    path.append("/usr/local/go/bin")
config.environment["PATH"] = os.pathsep.join(path)
for name in ["HOME", "CXX", "CCACHE_DIR", "GOCACHE", "GOPATH", "GOROOT", "XDG_CACHE_HOME", "TMPDIR",
             "MINIGO_GC_SNAPSHOT", "MINIGO_GC_EVERY", "MINIGO_SLOTS"]:
    if name in os.environ:
        config.environment[name] = os.environ[name]

# Objects that tests make are of use to the next run.
config.environment["MINIGO_CACHE"] = os.path.join(config.minigo_build_dir, "test", "cache")

# Where a go command is present, tests may compare with it; it is the only thing that may be missing.
go = shutil.which("go", path=config.environment["PATH"])
if go:
    config.available_features.add("go")
    config.substitutions.append(("%go", go))
if config.sanitize:
    config.available_features.add("sanitizer")
    # The collector looks at memory that is none of its own, and programs end without freeing.
    config.environment["ASAN_OPTIONS"] = "detect_leaks=0:detect_stack_use_after_return=0"
