"""Every kind of diagnostic in frontend/diag/*.def is reported for some test: for a line of Inputs/kinds.txt
that names it, or for a Go file of this folder. Prints those that are not; status 1 if there are any.

A line of kinds.txt is `Kind: program`, without package clause if that is "package p". -lang=go1.N may stand
in front. @nl@ is a newline, @end@ the end of the file, @ff@ a byte, @deep@ and @long@ expressions.
`Kind = file` names another test that shows the kind; the file must hold a part of the message. `Kind - reason` is
for what no test can reach.
"""
import glob
import json
import os
import re
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))


def declared():
    """Kind to format."""
    kinds = {}
    for path in glob.glob(os.path.join(ROOT, "frontend", "diag", "*_kinds.def")):
        with open(path) as f:
            for name, text in re.findall(r'^DIAG\((\w+),\s*"((?:[^"\\]|\\.)*)"', f.read(), re.MULTILINE):
                kinds[name] = text
    return kinds


def program(text):
    text = text.replace("; ", "\n") if "import " in text or text.startswith("package") else text
    text = text if "package " in text else "package p\n" + text
    text = text.replace("@nl@", "\n").replace("@deep@", "(" * 300000 + "1" + ")" * 300000).replace("@long@", "1" * 10001)
    text = text.replace("@terms@", " | ".join(f"[{i}]int" for i in range(101)))
    data = text.encode()
    data = data[: data.index(b"@end@")] if b"@end@" in data else data + b"\n"
    return re.sub(rb"@((?:[0-9a-f]{2})+)@", lambda m: bytes.fromhex(m.group(1).decode()), data)


def reported(minigo, folder, names, flags=()):
    done = subprocess.run([minigo, "check", "-json", *flags, *names], cwd=folder, capture_output=True, timeout=60)
    return {json.loads(line)["kind"] for line in done.stdout.splitlines() if line}


def main():
    minigo = os.path.abspath(sys.argv[1])
    kinds = declared()
    shown, problems = set(), []
    with open(os.path.join(HERE, "Inputs", "kinds.txt"), encoding="utf-8") as f:
        lines = [line.rstrip("\n") for line in f if line.strip() and not line.startswith("#")]
    with tempfile.TemporaryDirectory() as folder:
        for line in lines:
            if re.match(r"\w+ - ", line):
                kind, found = line.split(" - ")[0], True
            elif re.match(r"\w+ = ", line):
                kind, path = line.split(" = ")
                part = max(re.split(r"\{\d\}|\\.", kinds.get(kind, "")), key=len).strip(' "')
                with open(os.path.join(ROOT, path), encoding="utf-8", errors="replace") as f:
                    found = part in f.read()
            else:
                kind, text = line.split(": ", 1)
                flags = re.match(r"(-lang=\S+) ", text)
                with open(os.path.join(folder, "x.go"), "wb") as f:
                    f.write(program(text[flags.end():] if flags else text))
                found = kind in reported(minigo, folder, ["x.go"], [flags.group(1)] if flags else [])
            shown.add(kind)
            if kind not in kinds or not found:
                problems.append(f"{kind}: not reported where kinds.txt says so")
    for path in glob.glob(os.path.join(HERE, "*.go")) + glob.glob(os.path.join(ROOT, "test", "parse", "*.go")):
        shown |= reported(minigo, *os.path.split(path)[:1], [os.path.basename(path)])
    problems += [f"{kind}: no test reports it" for kind in sorted(set(kinds) - shown)]
    print("\n".join(problems) or f"all {len(kinds)} kinds are reported by tests")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
