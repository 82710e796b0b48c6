"""Looks for instructions that some x86-64 processors lack in the object files below FOLDER.

    vectors.py FOLDER MODULE

The folder NAME.build holds the objects of the module NAME. None may use AVX or later. MODULE alone may use other such
instructions, but not in a function that the linker may take for another module's. It must use the SHA instructions, or
the check sees nothing."""

import collections
import pathlib
import re
import subprocess
import sys

# Prefixes before an opcode: operand and address size, segments, lock, repeat, REX.
PREFIXES = {0x66, 0x67, 0x2E, 0x36, 0x3E, 0x26, 0x64, 0x65, 0xF0, 0xF2, 0xF3, *range(0x40, 0x50)}
# VEX, EVEX and REX2: all of AVX and later, and BMI.
VECTOR_PREFIXES = {0xC4, 0xC5, 0x62, 0xD5}
# These opcode maps came with SSSE3 and hold SSE4, AES and SHA too; nothing in them is in every x86-64 processor.
LATER_MAPS = {0x38, 0x3A}
# What came later and has its opcode in the first maps. Not tzcnt: without BMI it is bsf, and compilers use it as such.
LATER = re.compile(
    r"(?:lock +)?"
    r"(popcnt|lzcnt|movddup|movs[hl]dup|addsubp[sd]|h(add|sub)p[sd]|lddqu|cmpxchg16b|extrq|insertq|movnts[sd]"
    r"|xsave\w*|xrstor\w*|xgetbv|xsetbv|rdrand|rdseed|rdtscp|rdpid|(rd|wr)[fg]sbase|clflushopt|clwb)[bwlq]?\b")
SECTION_ENTRY = re.compile(r" +\[ *(\d+)\] (\S+) +\S+ +[0-9a-f]{16} [0-9a-f]+ [0-9a-f]+ [0-9a-f]+ +([A-Zlop]*) +\d+ ")
SYMBOL_ENTRY = re.compile(r" +\d+: ([0-9a-f]{16}) +(\w+) +(?:FUNC|NOTYPE) +(\w+) +\w+ +(\d+) (\S+)")
SECTION = re.compile(r"Disassembly of section (.+):")
INSTRUCTION = re.compile(r" *([0-9a-f]+):\t((?:[0-9a-f]{2} )+) *\t(.*)")
FUNCTION = re.compile(r"[0-9a-f]+ <(.+)>:")


def fail(sentence):
    print(sentence)
    sys.exit(1)


def output(*command):
    return subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True, errors="replace").stdout


def kind(code, text):
    """Of an instruction: "vector", "later", or None if every x86-64 processor has it."""
    at = 0
    while code[at] in PREFIXES and at + 1 < len(code):
        at += 1
    if code[at] in VECTOR_PREFIXES:
        return "vector"
    if code[at] == 0x0F and code[at + 1] in LATER_MAPS or LATER.match(text):
        return "later"
    return None


class Shared:
    """The functions of an object that other objects may define too: weak, or in a section of a group. The linker keeps
    one definition for all."""

    def __init__(self, file):
        sections, groups, self.places = {}, set(), collections.defaultdict(list)
        for line in output("readelf", "-SsW", file).splitlines():
            if section := SECTION_ENTRY.match(line):
                sections[section[1]] = section[2]
                if "G" in section[3]:
                    groups.add(section[1])
            elif symbol := SYMBOL_ENTRY.match(line):
                address, size, binding, number, name = symbol.groups()
                if binding in ("WEAK", "UNIQUE") or number in groups:
                    start = int(address, 16)
                    self.places[sections[number]].append((start, start + int(size, 0), name))

    def names(self):
        return {name for places in self.places.values() for _, _, name in places}

    def at(self, section, address):
        """The shared function that an instruction is in."""
        return next((name for start, end, name in self.places[section] if start <= address < end), None)


def instructions(file):
    """Of an object's code: section, function, address, bytes and text of each instruction."""
    section = function = None
    for line in output("objdump", "-dw", file).splitlines():
        if found := INSTRUCTION.match(line):
            yield section, function, int(found[1], 16), bytes.fromhex(found[2]), found[3]
        elif found := FUNCTION.match(line):
            function = found[1]
        elif found := SECTION.match(line):
            section = found[1]


def module_of(file):
    """The name of the nearest folder NAME.build that an object is in, whichever build system has put it there."""
    return next((folder.stem for folder in file.parents if folder.suffix == ".build"), None)


def main():
    folder, special = sys.argv[1:]
    # What the mangled name of a declaration of MODULE's contains.
    own = f"{len(special)}{special}"
    # By the sentence that tells of a function, the instructions that are at fault.
    faults = collections.defaultdict(set)
    counts = collections.Counter()
    # What other modules define too, and the instructions in code of MODULE's that may be shared.
    elsewhere, shareable = set(), collections.defaultdict(set)
    for file in sorted(pathlib.Path(folder).rglob("*.o")):
        module = module_of(file.relative_to(folder))
        if not module:
            continue
        shared = Shared(file)
        if module != special:
            elsewhere |= shared.names()
        for section, function, address, code, text in instructions(file):
            counts[module] += 1
            found = kind(code, text)
            if not found:
                continue
            name = text.split()[0]
            if found == "vector":
                faults[f"{module} uses AVX or later in {function}"].add(name)
            elif module != special:
                faults[f"{module} uses what some processors lack in {function}"].add(name)
            else:
                counts["later"] += 1
                counts["sha256rnds2"] += name == "sha256rnds2"
                if in_shared := shared.at(section, address):
                    shareable[in_shared].add(name)
    for function, names in shareable.items():
        # A function of MODULE's own that no other module has a copy of is shared by name only.
        if function in elsewhere or own not in function:
            faults[f"{special} uses what some processors lack in {function}, which other modules may define"] |= names
    if not counts[special]:
        fail(f"there are no objects of {special}, so this check sees nothing")
    if not counts["sha256rnds2"]:
        fail(f"{special} has no sha256rnds2, so it is not compiled as it should be")
    if faults:
        lines = [f"{place}: {' '.join(sorted(names)[:8])}" for place, names in faults.items()]
        fail("\n".join([*lines[:12], *([f"and {len(lines) - 12} functions more"] if len(lines) > 12 else [])]))
    print(f"{counts['later']} instructions beyond the baseline, all in {special}")


main()
