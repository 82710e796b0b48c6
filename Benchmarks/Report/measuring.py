"""Runs the benchmarks in rounds, so that a machine that grows slower or faster does so for everybody."""

import json
import os
import pathlib
import statistics
import subprocess
import sys

BENCHMARKS = pathlib.Path(__file__).resolve().parent.parent
BUILT = BENCHMARKS / ".build" / "release"
PROGRAMS = [BUILT / "TokenBenchmarks", BUILT / "PeerBenchmarks"]
# An iteration of every benchmark is so many operations, unless its name says how many.
OPERATIONS = 1_000
# What is compared stands in one group and is measured within seconds.
GROUPS = [
    "System .*", "W1 .*", "W2 .*", "W3 .*", "W5 .*", "SHA-256 .*", "Threads .*", "(Sign|Verify|MAC of) payload .*",
    ".*(refused|accepted)",
]
# Takes away what tells OpenSSL of SHA instructions; the benchmark's name says so in turn.
WITHOUT_SHA = {"OPENSSL_ia32cap": ":~0x20000000"}


def operations(workload):
    """How many operations an iteration is: "Threads 2 × 20000" says it."""
    words = workload.split()
    return int(words[1]) * int(words[3]) if words[0] == "Threads" else OPERATIONS


def run(programs, pattern, environment=None):
    """One pass of the benchmarks whose names match: nanoseconds an operation, by (workload, library)."""
    command = [
        BUILT / "BenchmarkTool", "--command", "run", "--format", "jmh", "--path", "stdout", "--quiet", "--no-progress",
        "--grouping", "metric", "--baseline-storage-path", BUILT, "--filter", pattern,
    ]
    for program in programs:
        command += ["--benchmark-executable-paths", program, "--targets", program.name]
    done = subprocess.run(
        command, env={**os.environ, **(environment or {})}, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    start, end = done.stdout.find("["), done.stdout.rfind("]")
    if done.returncode != 0 or start < 0:
        sys.exit(f"FAILED: the benchmarks {pattern} do not run:\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}")
    figures = {}
    for entry in json.loads(done.stdout[start:end + 1]):
        # "package.benchmark.TARGET.NAME"; the tool writes an underscore for each space.
        name = entry["benchmark"].split(".", 3)[3].replace("_", " ")
        workload, library = name.split(" | ")
        microseconds = entry["secondaryMetrics"]["Time (wall clock)"]["scorePercentiles"]["50.0"]
        figures[workload, library] = microseconds * 1_000 / operations(workload)
    return figures


def run_pyjwt(workload):
    """The same of PyJWT, in a process of its own."""
    done = subprocess.run(
        [sys.executable, pathlib.Path(__file__).parent / "pyjwt_peer.py", workload], stdout=subprocess.PIPE, check=True)
    return {(workload, "PyJWT"): float(done.stdout)}


def measure(rounds):
    """Figures of all rounds: a list by (workload, library)."""
    figures = {}
    for number in range(rounds):
        for group in GROUPS:
            print(f"\rround {number + 1} of {rounds}: {group:40}", end="", file=sys.stderr, flush=True)
            found = run(PROGRAMS, group)
            if group.startswith("SHA"):
                found |= run(PROGRAMS[:1], "SHA-256 .* . OpenSSL.*", WITHOUT_SHA)
            for workload in sorted({workload for workload, library in found if library == "jwt-kit"}):
                found |= run_pyjwt(workload)
            for name, nanoseconds in found.items():
                figures.setdefault(name, []).append(nanoseconds)
    print(file=sys.stderr)
    return figures


class Figures:
    """What has been measured."""

    def __init__(self, rounds):
        """`rounds` has the nanoseconds of each round by (workload, library)."""
        self.rounds = rounds

    def has(self, workload, library):
        return (workload, library) in self.rounds

    def time(self, workload, library):
        """Nanoseconds, the median of the rounds."""
        return statistics.median(self.rounds[workload, library])

    def ratio(self, workload, library, to, to_workload=None):
        """How many times as long as `to`: the median of the rounds' own ratios, so that drift cancels out."""
        pairs = zip(self.rounds[workload, library], self.rounds[to_workload or workload, to], strict=True)
        return statistics.median(ours / theirs for ours, theirs in pairs)

    def spread(self):
        """How far a round is from the median of its benchmark, in the middle of all: the noise of the run."""
        return statistics.median(
            abs(value / statistics.median(values) - 1) for values in self.rounds.values() for value in values)

    def workloads(self, library):
        """The workloads of a library, in the order in which they were measured."""
        return [workload for workload, other in self.rounds if other == library]

    def refusals(self):
        """What a refusal costs beside accepting a good token, by kind of bad token, the dearest first."""
        ratios = {kind: self.ratio(kind, "refused", "accepted") for kind in self.workloads("refused")}
        return dict(sorted(ratios.items(), key=lambda item: item[1], reverse=True))

    def to_json(self):
        return [[*name, values] for name, values in self.rounds.items()]

    @classmethod
    def from_json(cls, entries):
        return cls({(workload, library): values for workload, library, values in entries})
