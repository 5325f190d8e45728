"""Runs a program, sends it a signal after its first line, and ends with its status.

    send_signal.py QUIT program arguments…
"""
import signal
import subprocess
import sys

program = subprocess.Popen(sys.argv[2:], stderr=subprocess.PIPE, text=True)
print(program.stderr.readline(), end="")
program.send_signal(getattr(signal, "SIG" + sys.argv[1]))
print(program.stderr.read(), end="", flush=True)
sys.exit(program.wait(timeout=30))
