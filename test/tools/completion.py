"""Completion for each shell has all commands and flags that help has.

    completion.py minigo"""
import re
import subprocess
import sys


def minigo(*arguments):
    return subprocess.run([sys.argv[1], *arguments], capture_output=True, text=True, check=True).stdout


texts = {shell: minigo("completion", shell) for shell in ("bash", "zsh", "fish")}
commands = re.findall(r"^  ([a-z]+) ", minigo("help"), re.MULTILINE)
missing = []
flags = 0
for command in commands:
    text = minigo("help", command)
    names = set(re.findall(r"^  -([A-Za-z-]+[0-9.]*)", text, re.MULTILINE)) | set(re.findall(r"\[?-([a-z]+)", text.split("\n")[0]))
    if "O0..3" in names:
        names = names - {"O0..3"} | {"O0", "O3"}
    flags += len(names)
    for shell, completion in texts.items():
        if shell == "fish":
            rows = [row for row in completion.split("\n") if f"-a {command} " in row]
            known = set(re.findall(rf"__fish_seen_subcommand_from {command}' -o ([A-Za-z0-9-]+)", completion))
        else:
            rows = re.findall(rf"compgen|_minigo_add -W '[^']*\b{command}\b", completion)[1:]
            row = re.search(rf"^    {command}\) flags='([^']*)'", completion, re.MULTILINE)
            known = {word[1:] for word in row.group(1).split()} if row else set()
        if not rows:
            missing.append(f"{shell}: {command}")
        missing += [f"{shell}: {command} -{name}" for name in sorted(names - known)]
print("\n".join(missing) or "none missing")
if len(commands) < 10 or flags < 60:
    sys.exit(f"help has {len(commands)} commands and {flags} flags: it was not understood")
