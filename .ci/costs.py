"""Compares what each kind of work costs per token, as counted by valgrind, with Tests/Costs/limits.txt.

    costs.py allocations|instructions PROGRAM [--write]

Two runs with different numbers of tokens cancel out whatever else the program does. --write updates the limits."""

import pathlib
import re
import subprocess
import sys

LIMITS = pathlib.Path("Tests/Costs/limits.txt")
FEW, MANY = 500, 1_000
# How far instructions may exceed what was counted when the limit was written: another compiler, another C library.
HEAD_ROOM = 1.10


def fail(sentence):
    sys.exit(f"FAILED: {sentence}")


def valgrind(program, work, count, *options):
    done = subprocess.run(
        ["valgrind", *options, program, work, str(count)], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    if done.returncode != 0:
        fail(f"the program does not run under valgrind: {done.stderr[-1000:]}")
    return done.stderr


def allocations(program, work, count):
    said = valgrind(program, work, count)
    total = re.search(r"total heap usage: ([0-9,]+) allocs", said)
    if not total:
        fail("valgrind says nothing of allocations")
    return int(total.group(1).replace(",", ""))


def instructions(program, work, count):
    """Without those of the compression function: valgrind hides the processor's SHA instructions, so what would be
    counted of it is the portable one, which is not what runs."""
    profile = pathlib.Path(program).with_name("callgrind.out")
    valgrind(
        program, work, count, "--tool=callgrind", f"--callgrind-out-file={profile}", "--compress-strings=no",
        "--compress-pos=no")
    total = hashing = 0
    is_hashing = is_call = False
    for line in profile.read_text().splitlines():
        if line.startswith("fn="):
            is_hashing = "SHA256Portable" in line
        elif line.startswith("calls="):
            is_call = True
        elif line[:1].isdigit():
            # The line after `calls=` has the costs of the called function, which count there.
            cost = 0 if is_call else int(line.split()[1])
            is_call = False
            total += cost
            hashing += cost if is_hashing else 0
    if not hashing:
        fail("the profile has no compression function that could be left out of the count")
    if f"totals: {total}" not in profile.read_text():
        fail("the profile is not read as it is meant: its sum is another")
    return total - hashing


def counted(kind, program, work):
    count = {"allocations": allocations, "instructions": instructions}[kind]
    return (count(program, work, MANY) - count(program, work, FEW)) / (MANY - FEW)


def check(kind, found, limit):
    """Whether what was found is as the limit says. Allocations are the same everywhere, so their limit is exact."""
    return found == limit if kind == "allocations" else found <= limit


def new_limit(kind, found):
    return f"{found:g}" if kind == "allocations" else f"{round(found * HEAD_ROOM):d}"


def main():
    kind, program, *options = sys.argv[1:]
    lines, faults = [], []
    for line in LIMITS.read_text().splitlines():
        words = line.split()
        if words[:1] == [kind]:
            _, work, limit = words
            found = counted(kind, program, work)
            print(f"{work}: {found:g} {kind} a token, limit {limit}")
            if not check(kind, found, float(limit)):
                faults.append(f"{work} takes {found:g} {kind} a token, the limit is {limit}")
            line = f"{kind} {work} {new_limit(kind, found)}"
        lines.append(line)
    if options == ["--write"]:
        LIMITS.write_text("\n".join(lines) + "\n")
        print(f"{LIMITS} is written.")
    elif faults:
        fail(f"{'; '.join(faults)}. If it is meant, .ci/check-{kind} --write writes {LIMITS} anew")


main()
