#!/usr/bin/env python3
"""Breaks the sources in many ways, one at a time, and shows that the tests notice each.

    mutate.py --check               only sees to it that every mutation still has its place; takes a second
    mutate.py                       builds once and runs the tests once for each mutation
    mutate.py --build               only builds
    mutate.py --run [--from N] [--to N] [--only TEXT]   only runs, some of them

All mutations are built into one copy of the sources, each behind a question that is asked when the program runs: is
this one on? So there is one build and not a hundred. A file says which one is on, since the tests of the tool start
processes of their own. Ends with failure where a mutation survives, or where a test fails with none on.
"""
import argparse
import pathlib
import re
import shutil
import subprocess
import sys
import threading
import time

sys.dont_write_bytecode = True
from mutations import MUTATIONS  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parents[2]
COPY = ROOT / ".build" / "mutations"
SELECTED = COPY / "selected"
BUNDLE = COPY / ".build" / "debug" / "helpdesk-jwtPackageTests.xctest"
# What the build has been made of.
BUILT = COPY / "built"
# Says that the tests of this build pass with no mutation on.
GREEN = COPY / "green"
TIMEOUT = 120

# Asked at every mutation. No module below HS256Primitives is mutated, so this is within reach of all.
SWITCH = """
#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

public enum Mutant {
    private static let selected: Int32 = {
        guard let file = unsafe fopen("%s", "r") else { return -1 }
        defer { unsafe fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 8)
        let count = unsafe fread(&bytes, 1, 8, file)
        return Int32(String(decoding: bytes.prefix(count), as: UTF8.self)) ?? -1
    }()

    @inline(never)
    public static func isOn(_ number: Int32) -> Bool { number == selected }
}
"""

# Which tests know of a folder of Sources. Where these stay green, all tests are run.
FIRST = {
    "HS256Primitives": "HS256PrimitivesTests",
    "HS256": "HS256Tests",
    "HelpdeskReport": "HelpdeskReportTests|CommandLineTests",
    "HelpdeskIdentity": "HelpdeskIdentityTests|HelpdeskJWTTests",
    "helpdesk-jwt": "CommandLineTests",
}


def edits(text, mutation):
    """Where the mutated part begins and ends in the text of the file."""
    before, rest = mutation.place.split("‹")
    part, behind = rest.split("›")
    count = text.count(before + part + behind)
    if count != 1:
        raise ValueError(f"{mutation.name}: its place occurs {count} times in {mutation.file}")
    begin = text.index(before + part + behind) + len(before)
    return begin, begin + len(part), part


def mutated(file, mutations):
    """The text of a file with all of its mutations in it."""
    text = (ROOT / "Sources" / file).read_text()
    places = []
    for number, mutation in mutations:
        begin, end, part = edits(text, mutation)
        question = f"Mutant.isOn({number})"
        if mutation.kind == "value":
            unsafe = "unsafe " if part.startswith("unsafe ") else ""
            new = f"({unsafe}{question} ? ({mutation.instead}) : ({part}))"
        else:
            new = f"if {question} {{ {mutation.instead} }} else {{ {part} }}"
        places.append((begin, end, new))
    places.sort(reverse=True)
    for (begin, _, _), (_, end, _) in zip(places, places[1:]):
        if end > begin:
            raise ValueError(f"two mutations of {file} lie in one another")
    for begin, end, new in places:
        text = text[:begin] + new + text[end:]
    imports = re.search("^(public )?import HS256Primitives$", text, re.MULTILINE)
    if not file.startswith("HS256Primitives/") and not imports:
        text = "import HS256Primitives\n" + text
    return text


def by_file():
    files = {}
    for number, mutation in enumerate(MUTATIONS):
        files.setdefault(mutation.file, []).append((number, mutation))
    return files


def check():
    if len({mutation.name for mutation in MUTATIONS}) != len(MUTATIONS):
        raise ValueError("two mutations have the same name")
    for file, mutations in by_file().items():
        mutated(file, mutations)
    print(f"{len(MUTATIONS)} mutations of {len(by_file())} files, each with its place.")


def build():
    COPY.mkdir(parents=True, exist_ok=True)
    files = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"], cwd=ROOT, check=True, capture_output=True,
        text=True).stdout.splitlines()
    mutations = by_file()
    wanted = set(files) | {"Sources/HS256Primitives/Mutant.swift"}
    for folder in ("Sources", "Tests", "Docs"):
        for old in (COPY / folder).rglob("*"):
            if old.is_file() and str(old.relative_to(COPY)) not in wanted:
                old.unlink()
    for file in files:
        source = ROOT / file
        if not source.is_file():
            continue
        name = file.removeprefix("Sources/")
        content = mutated(name, mutations[name]).encode() if name in mutations else source.read_bytes()
        write(COPY / file, content)
    write(COPY / "Sources/HS256Primitives/Mutant.swift", (SWITCH % SELECTED).encode())
    select(None)
    GREEN.unlink(missing_ok=True)
    BUILT.unlink(missing_ok=True)
    started = time.monotonic()
    result = subprocess.run(["swift", "build", "--build-tests"], cwd=COPY, capture_output=True, text=True)
    if result.returncode != 0:
        errors = [line for line in result.stdout.splitlines() if "error:" in line]
        said = sorted(set(errors))[:20] or result.stderr.splitlines()[-20:]
        sys.exit("The mutations do not compile:\n" + "\n".join(said))
    BUILT.write_text(repr(MUTATIONS))
    print(f"Built in {time.monotonic() - started:.0f} s.")


def write(path, content):
    """Writes what has changed, so that the rest need not be compiled again."""
    if path.exists() and path.read_bytes() == content:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def select(number):
    SELECTED.write_text("" if number is None else str(number))


def tests_fail(filter=None):
    """The name of the first test that fails, or what else happened; None where all pass."""
    command = [str(BUNDLE), "--testing-library", "swift-testing"] + (["--filter", filter] if filter else [])
    process = subprocess.Popen(
        command, cwd=COPY, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace",
        start_new_session=True, env={"PATH": "/usr/bin:/bin", "SWIFT_BACKTRACE": "enable=no"})
    alarm = threading.Timer(TIMEOUT, process.kill)
    alarm.start()
    has_run = False
    try:
        # One failure is enough, so the rest is not waited for.
        for line in process.stdout:
            failure = re.match(r"✘ Test \"?(.+?)\"? (?:with \d+ test cases? )?(?:recorded|failed)", line)
            if failure:
                return failure[1]
            has_run = has_run or re.search(r"Test run with [1-9]", line) is not None
        status = process.wait()
    finally:
        in_time = alarm.is_alive()
        alarm.cancel()
        process.kill()
        process.wait()
        process.stdout.close()
    if not in_time:
        return "no end"
    if status != 0:
        return "crash" if status < 0 else f"status {status}"
    if not has_run:
        sys.exit(f"no test has run: {' '.join(command)}")
    return None


def run(first, last, only):
    if not BUILT.exists() or BUILT.read_text() != repr(MUTATIONS):
        sys.exit("Build first: the list of mutations has changed since.")
    select(None)
    if not GREEN.exists():
        failure = tests_fail()
        if failure:
            sys.exit(f"The tests fail with no mutation on: {failure}")
        GREEN.touch()
    survivors, killed, started = [], 0, time.monotonic()
    for number, mutation in enumerate(MUTATIONS):
        if not first <= number <= last or only not in mutation.name:
            continue
        select(number)
        module = mutation.file.split("/")[0]
        failure = tests_fail(FIRST.get(module, f"{module}Tests|HelpdeskJWTTests")) or tests_fail()
        if failure:
            killed += 1
        else:
            survivors.append(mutation.name)
        print(f"{number:3} {mutation.name:58} {'killed by ' + failure[:60] if failure else 'SURVIVED'}", flush=True)
    select(None)
    print(f"{killed} killed, {len(survivors)} survived, {time.monotonic() - started:.0f} s.")
    if survivors:
        sys.exit("Survivors: " + "; ".join(survivors))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--build", action="store_true")
    parser.add_argument("--run", action="store_true")
    parser.add_argument("--from", dest="first", type=int, default=0)
    parser.add_argument("--to", dest="last", type=int, default=len(MUTATIONS))
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    check()
    if options.check:
        return
    if options.build or not options.run:
        build()
    if options.run or not options.build:
        run(options.first, options.last, options.only)


try:
    main()
except ValueError as error:
    sys.exit(f"FAILED: {error}")
