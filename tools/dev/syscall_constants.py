#!/usr/bin/env python3
"""Writes the constants of package syscall: those that Go's API promises for Linux on x86-64.

    tools/dev/syscall_constants.py

Names come from the api/ folder of the Go distribution at hand (`go env GOROOT`). Values come from the system's C
headers; a name that these do not have gets the value that the API states, and so does one whose value in the headers
has changed since (such as AF_MAX). Both kinds are told. Errors and signals, which have types, are not made here.
"""
import os
import re
import subprocess
import sys
import tempfile

FOLDER = "runtime/packages/syscall"
HEADERS = """
sys/types.h sys/socket.h sys/stat.h sys/statfs.h sys/mman.h sys/mount.h sys/wait.h sys/resource.h sys/ptrace.h sys/prctl.h
sys/epoll.h sys/inotify.h sys/ioctl.h sys/file.h sys/syscall.h sys/un.h sys/reboot.h dirent.h fcntl.h limits.h sched.h
termios.h unistd.h time.h netinet/in.h netinet/ip.h netinet/tcp.h netinet/icmp6.h net/if.h net/if_arp.h net/ethernet.h
net/route.h linux/fs.h linux/filter.h linux/if_addr.h linux/if_link.h linux/if_packet.h linux/if_tun.h linux/netlink.h
linux/rtnetlink.h linux/reboot.h linux/sched.h linux/sockios.h linux/serial.h linux/if_ether.h linux/net_tstamp.h
""".split()

# File, what it holds, and the names in it by their beginnings; the first that fits takes a name.
FILES = [
    ("numbers", "Numbers of system calls", ["SYS_"]),
    ("constants_socket", "Sockets: families, protocols, options, flags of messages",
     ["AF_", "SOCK_", "SOL_", "SOMAXCONN", "SO_", "SCM_", "SHUT_", "MSG_", "IPPROTO_", "IPV6_", "IP_", "IN_", "TCP_",
      "ICMPV6_", "PACKET_"]),
    ("constants_interface", "Network interfaces, their links and filters",
     ["ARPHRD_", "BPF_", "ETH_", "IFF_", "IFNAMSIZ", "TUN", "SIOC"]),
    ("constants_netlink", "Netlink: routes, links and addresses",
     ["NETLINK_", "NLM", "NLA_", "RT", "IFA_", "IFLA_"]),
    ("constants_terminal", "Terminals",
     ["TIOC", "TC", "B", "C", "E", "F", "H", "I", "N", "O", "P", "T", "V", "X"]),
    ("constants_process", "Processes, their limits and their memory",
     ["CLONE_", "PTRACE_", "PRIO_", "PR_", "PROT_", "RLIM", "RUSAGE_", "W", "LINUX_REBOOT_", "MADV_", "MAP_", "MCL_"]),
    ("constants_file", "Files, and waiting for them",
     ["DT_", "EPOLL", "FD_", "F_", "IN_", "LOCK_", "MNT_", "MS_", "NAME_MAX", "O_", "PathMax", "S_"]),
]
# Names of terminals' flags have no common beginning: what other files take is taken first.
ORDER = ["numbers", "constants_process", "constants_file", "constants_socket", "constants_interface",
         "constants_netlink", "constants_terminal"]
INOTIFY = re.compile(r"IN_(?!CLASS|LOOPBACK)")
IN_HEX = re.compile(r"(CLONE|EPOLL|IFF|IN|LINUX|MAP|MS|O|RTF|SIOC|S|TIOC|TUN|ETH_P)")


def promised(root):
    """The names, and the values of those whose values are stated."""
    values = {}
    for name in os.listdir(f"{root}/api"):
        if not re.fullmatch(r"go1[.\d]*\.txt", name):
            continue
        for line in open(f"{root}/api/{name}"):
            found = re.match(r"pkg syscall(?: \(linux-amd64\))?, const (\w+)(?: = (\S+)| (\S+))", line)
            if not found or found[3] and found[3] != "ideal-int":
                continue
            if re.match(r"E[A-Z0-9]+$|SIG[A-Z0-9]+$|Sizeof|Implements", found[1]) and not is_flag(found[1]):
                continue
            values.setdefault(found[1], None)
            if found[2]:
                values[found[1]] = int(found[2])
    return values


def is_flag(name):
    return name.startswith(("ECHO", "EPOLL"))


def in_headers(names):
    """The values that the headers give to names that they have."""
    with tempfile.TemporaryDirectory() as folder:
        source, program = f"{folder}/values.c", f"{folder}/values"
        includes = "#define _GNU_SOURCE\n" + "".join(
            f'#if __has_include(<{h}>)\n#include <{h}>\n#endif\n' for h in HEADERS)
        # Enumerators are no macros: a name is tried by itself, and those that do not compile are not there.
        for _ in range(4):
            prints = "".join(
                f'printf("{n} %lld\\n", (long long)({c_name(n)}));\n' for n in names)
            open(source, "w").write(f"{includes}#include <stdio.h>\nint main(void) {{\n{prints}}}\n")
            run = subprocess.run(["cc", "-fmax-errors=0", "-o", program, source], capture_output=True, text=True)
            if run.returncode == 0:
                break
            lines = open(source).read().split("\n")
            bad = {int(n) for n in re.findall(r"values\.c:(\d+):\d+: error", run.stderr)}
            bad = {lines[n - 1].split('"')[1].split()[0] for n in bad if lines[n - 1].startswith("printf")}
            if not bad:
                sys.exit(run.stderr)
            names = [n for n in names if n not in bad]
        output = subprocess.run([program], capture_output=True, text=True, check=True).stdout
    return {line.split()[0]: int(line.split()[1]) for line in output.splitlines()}


def c_name(name):
    if name.startswith("SYS_"):
        return "SYS_" + name[4:].lower()
    if name in ("WALL", "WCLONE", "WNOTHREAD"):
        return "__" + name
    return {"PathMax": "PATH_MAX"}.get(name, name)


def file_of(name):
    starts = {file: beginnings for file, _, beginnings in FILES}
    for file in ORDER:
        for beginning in starts[file]:
            if beginning == "IN_" and bool(INOTIFY.match(name)) != (file == "constants_file"):
                continue
            whole = beginning.isalpha() and len(beginning) > 4 and beginning not in ("EPOLL",)
            if name == beginning or not whole and name.startswith(beginning):
                return file
    sys.exit(f"no file for {name}")


def written(file, about, values):
    width = max(map(len, values))
    text = f"package syscall\n\n// {about}. Made by tools/dev/syscall_constants.py.\nconst (\n"
    for name, value in sorted(values.items()):
        number = hex(value) if IN_HEX.match(name) and value > 9 else str(value)
        text += f"\t{name.ljust(width)} = {number}\n"
    return text + ")\n"


def main():
    os.chdir(os.path.dirname(os.path.abspath(__file__)) + "/../..")
    root = subprocess.run(["go", "env", "GOROOT"], capture_output=True, text=True, check=True).stdout.strip()
    stated = promised(root)
    system = in_headers(sorted(stated))
    values, lost = {}, []
    for name, value in stated.items():
        if value is None:
            value = system.get(name)
        if value is None:
            lost.append(name)
        else:
            values[name] = value
    print("not in the headers:", " ".join(sorted(set(values) - set(system))))
    print("of another value in the headers:",
          " ".join(f"{n}={system[n]}" for n in sorted(values) if n in system and system[n] != values[n]))
    print("without a value:", " ".join(sorted(lost)))
    for file, about, _ in FILES:
        mine = {n: v for n, v in values.items() if file_of(n) == file}
        open(f"{FOLDER}/{file}.go", "w").write(written(file, about, mine))
        print(file, len(mine))


if __name__ == "__main__":
    main()
