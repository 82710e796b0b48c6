"""Follows a program instruction by instruction on the real processor, from one signal to another.

trace.py PROGRAM: runs every work of the program with every case and every back end, and compares the addresses of all
instructions that are executed. They must be the same for all cases of a work, in number and in order; for the work
"control", which stops at a first difference, they must not.
"""
import ctypes
import hashlib
import os
import platform
import signal
import subprocess
import sys

TRACEME, PEEKUSER, SINGLESTEP, CONT, KILL = 0, 3, 9, 7, 8
PROGRAM_COUNTER = 16 * 8  # of struct user_regs_struct, x86-64
NO_RANDOM_ADDRESSES = 0x0040000
LIMIT = 2_000_000

libc = ctypes.CDLL(None, use_errno=True)
libc.ptrace.restype = ctypes.c_long
libc.ptrace.argtypes = [ctypes.c_long, ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p]


class NotPermitted(Exception):
    """This machine lets nobody be traced."""


def start(arguments):
    """Starts a program that waits to be traced; the same environment for all, since it lies on the stack."""
    child = os.fork()
    if child == 0:
        try:
            libc.personality(NO_RANDOM_ADDRESSES)  # Where it is not allowed, addresses are compared by library.
            if libc.ptrace(TRACEME, 0, None, None) < 0:
                os._exit(98)
            os.execve(arguments[0], arguments, {"SWIFT_DETERMINISTIC_HASHING": "1"})
        finally:
            os._exit(97)
    _, status = os.waitpid(child, 0)
    if os.WIFEXITED(status):
        raise NotPermitted()
    return child


def libraries(child):
    """Where the program and its libraries lie: start, end, name, offset."""
    found = []
    with open(f"/proc/{child}/maps") as maps:
        for line in maps:
            fields = line.split()
            if "x" in fields[1]:
                begin, end = (int(part, 16) for part in fields[0].split("-"))
                found.append((begin, end, fields[5] if len(fields) > 5 else "?", int(fields[2], 16)))
    return found


def trace(arguments):
    """The number of instructions between the two signals, and a hash of their addresses."""
    child = start(arguments)
    try:
        wait_for(child, signal.SIGUSR1)
        places = libraries(child)
        counters = []
        while True:
            if libc.ptrace(SINGLESTEP, child, None, None) < 0:
                raise OSError(ctypes.get_errno(), "a single step is not possible")
            _, status = os.waitpid(child, 0)
            if not os.WIFSTOPPED(status):
                raise RuntimeError(f"the program ended: {status}")
            if os.WSTOPSIG(status) == signal.SIGUSR2:
                break
            counters.append(libc.ptrace(PEEKUSER, child, ctypes.c_void_p(PROGRAM_COUNTER), None))
            if len(counters) > LIMIT:
                raise RuntimeError("the work does not end")
        return len(counters), fingerprint(counters, places)
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


def wait_for(child, wanted):
    passed_on = 0
    while True:
        libc.ptrace(CONT, child, None, ctypes.c_void_p(passed_on))
        _, status = os.waitpid(child, 0)
        if not os.WIFSTOPPED(status):
            raise RuntimeError(f"the program ended: {status}")
        if os.WSTOPSIG(status) == wanted:
            return
        passed_on = os.WSTOPSIG(status) if os.WSTOPSIG(status) != signal.SIGTRAP else 0


def fingerprint(counters, places):
    """A hash of the addresses, each by its library, so that it does not matter where the library lies."""
    names = {}
    digest = hashlib.sha256()
    for counter in counters:
        name = names.get(counter)
        if name is None:
            counter_unsigned = counter & 0xFFFF_FFFF_FFFF_FFFF
            name = next(
                (f"{library}+{counter_unsigned - begin + offset:x}\n".encode()
                 for begin, end, library, offset in places if begin <= counter_unsigned < end),
                b"elsewhere\n")
            names[counter] = name
        digest.update(name)
    return digest.hexdigest()


def main(program):
    lines = subprocess.run([program, "list"], check=True, capture_output=True, text=True).stdout.splitlines()
    backends, works = lines[0].split(), [line.split() for line in lines[1:]]
    faults = 0
    for backend in backends:
        for work, case_count in works:
            traces = [trace([program, backend, work, str(case)]) for case in range(int(case_count))]
            counts, are_same = sorted({count for count, _ in traces}), len(set(traces)) == 1
            numbers = f"{counts[0]:,}" if len(counts) == 1 else f"{counts[0]:,} to {counts[-1]:,}"
            said = "the same" if are_same else "NOT the same"
            print(f"{backend:8} {work:15} {case_count} cases: {numbers} instructions, {said} in the same order")
            if are_same == (work == "control"):
                faults += 1
    return faults


if platform.machine() != "x86_64" or sys.platform != "linux":
    print("instructions are followed on Linux for x86-64 only")
    sys.exit(77)
try:
    sys.exit(1 if main(os.path.abspath(sys.argv[1])) else 0)
except NotPermitted:
    print("this machine does not let a program be traced")
    sys.exit(77)
