"""Runs the statically linked tool alone in the root of a file system.

    alone.py TOOL

With /proc and without, with arguments, with none, and with not even its own name. Needs to be root."""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

SECRET = "k3Vx9-Lq2_Wm7Tz4Rb8Ny6Pd1Hs5Gf0Jc"


def run(root, arguments, token="", environment=None):
    """Status, output, and errors of the tool in a root; `arguments` with the tool's own name."""
    # A process of its own, since there is no way back out of a root. The C library calls the program with an argument
    # list that may be empty, which Python does not do.
    script = (
        "import ctypes, os, sys\n"
        "libc = ctypes.CDLL(None)\n"
        "os.chroot(sys.argv[1]); os.chdir('/')\n"
        "words = [word.encode() for word in sys.argv[2:]]\n"
        "arguments = (ctypes.c_char_p * (len(words) + 1))(*words, None)\n"
        "libc.execv(b'/helpdesk-jwt', arguments)\n"
        "sys.exit(99)\n")
    done = subprocess.run([sys.executable, "-c", script, root, *arguments], input=token, capture_output=True, text=True,
                          env={"HELPDESK_JWT_SECRET": SECRET, **(environment or {})})
    return done.returncode, done.stdout, done.stderr


def expect(condition, what, seen):
    if not condition:
        sys.exit(f"FAILED: {what}: {seen}")


def check(root, place):
    name = "helpdesk-jwt"
    for arguments in ([], [name]):
        status, output, errors = run(root, arguments)
        expect(status == 0 and output.startswith("Usage: helpdesk-jwt COMMAND"), f"{place}, {arguments}: no help",
               (status, output[:80], errors))
    status, output, errors = run(root, [name, "--version"])
    expect(status == 0 and output.startswith("helpdesk-jwt "), f"{place}: no version", (status, errors))
    status, token, errors = run(root, [name, "sign", "zendesk-messaging", "--key-id", "app_1", "--id", "1", "--name", "J ö"])
    expect(status == 0 and token.count(".") == 2, f"{place}: nothing signed", (status, errors))
    for zone in ({}, {"TZ": "XYZ-3"}, {"TZ": "Europe/Berlin"}):
        status, output, errors = run(root, [name, "check"], token, zone)
        expect(status == 0 and "accepted: Zendesk messaging" in output, f"{place}: not accepted", (status, output, errors))
        # The files of the time zones are not there, either.
        expect(("+03:00" in output) == (zone.get("TZ") == "XYZ-3"), f"{place}: local time", output)
    status, output, errors = run(root, [name, "check", "no-such-file.txt"])
    expect(status == 3 and "there is no such file" in errors, f"{place}: a file is read", (status, errors))
    status, output, errors = run(root, [name, "frobnicate"])
    expect(status == 2 and "there is no command" in errors, f"{place}: a command is found", (status, errors))
    status, output, errors = run(root, [name, "demo"])
    expect(status == 0 and output.count("accepted") == 5, f"{place}: the demonstration", (status, errors))


tool = pathlib.Path(sys.argv[1]).resolve()
with tempfile.TemporaryDirectory() as root:
    shutil.copy(tool, f"{root}/helpdesk-jwt")
    check(root, "without /proc")
    os.mkdir(f"{root}/proc")
    subprocess.run(["mount", "-t", "proc", "proc", f"{root}/proc"], check=True)
    try:
        check(root, "with /proc")
    finally:
        subprocess.run(["umount", f"{root}/proc"], check=True)
print("Alone in a file system, with /proc and without it, the static tool works.")
