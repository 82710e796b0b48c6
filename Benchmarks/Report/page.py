"""Docs/Performance.md."""

import textwrap

import charts
import elsewhere
from targets import NOISE, ZENDESK, all_targets
from wording import duration, size, times

LIBRARIES = [
    ("OpenSSL", "OpenSSL, the MAC alone"), ("HS256", "**HS256**"), ("ZendeskMessaging", "**ZendeskMessaging**"),
    ("Ferndesk", "**Ferndesk**"),
    ("swift-crypto", "swift-crypto by hand"), ("PyJWT", "PyJWT"), ("jwt-kit", "jwt-kit"),
]
SYSTEMS = [ZENDESK, "Freshdesk Web Chat", "Freshdesk help widget", "Ferndesk", "Tiledesk"]
WORKLOADS = ["W1 sign", "W2 verify", "W3 sign", "W5 sign"]


def paragraph(text):
    """One paragraph or list item in lines as long as those of the other pages."""
    return textwrap.fill(" ".join(text.split()), 120, subsequent_indent="  " if text.split()[0] == "-" else "")


def table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "| --- |" + " ---: |" * (len(head) - 1)]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows])


def cell(figures, workload, library):
    if not figures.has(workload, library):
        return ""
    time = duration(figures.time(workload, library))
    return time if library == "OpenSSL" else f"{time} ({times(figures.ratio(workload, library, 'OpenSSL'))})"


def main_table(figures):
    return table([""] + WORKLOADS, [
        [name] + [cell(figures, workload, library) for workload in WORKLOADS] for library, name in LIBRARIES])


def target_table(figures, consumers):
    targets = list(all_targets(figures, consumers))
    met = sum(target.is_met for target in targets)
    rows = [[target.subject, target.aim, target.found, "met" if target.is_met else "**not met**"]
            for target in targets]
    return f"{met} of {len(targets)} are met.\n\n" + table(["what", "target", "this run", ""], rows)


def hash_table(figures):
    def row(name, library):
        time = figures.time("SHA-256 64 KiB", library)
        return [name, duration(time), f"{65_536 / time:.2f} GB/s"]
    return table(["SHA-256 of 64 KiB", "time", "speed"], [
        row("OpenSSL", "OpenSSL"), row("**HS256**", "HS256"), row("swift-crypto", "swift-crypto"),
        row("OpenSSL without SHA instructions", "OpenSSL without SHA instructions"),
        row("**HS256**, portable", "HS256 portable")])


def size_table(figures):
    sizes = charts.payload_sizes(figures)
    def row(name, pattern, library):
        return [name] + [duration(figures.time(pattern.format(count), library)) for count in sizes]
    return table([""] + [size(count) for count in sizes], [
        row("**sign**", "Sign payload {} B", "HS256"), row("**verify**", "Verify payload {} B", "HS256"),
        row("OpenSSL, the MAC alone", "MAC of payload {} B", "OpenSSL")])


def refusal_table(figures):
    return table(["", "refused", "accepted", "ratio"], [
        [stage, duration(figures.time(stage, "refused")), duration(figures.time(stage, "accepted")),
         times(ratio)] for stage, ratio in figures.refusals().items()])


def thread_table(figures):
    # By their numbers: the benchmarks come in any order.
    one, two = sorted(name for name in figures.workloads("HS256") if name.startswith("Threads"))
    def row(name, library):
        rates = [1e9 / figures.time(workload, library) for workload in (one, two)]
        return [name, f"{rates[0] / 1e6:.2f} million", f"{rates[1] / 1e6:.2f} million",
                times(figures.ratio(one, library, library, to_workload=two))]
    return table(["a second", "1 thread", "2 threads", ""], [
        row("**HS256**, W1 tokens of one signer", "HS256"), row("OpenSSL, MACs alone", "OpenSSL")])


# The blocks of SHA-256 a token, with the key's two and the header's first hashed before: (input + padding) / 64, less the
# header's where signer or verifier knows it, and one for the outer hash.
HASHED_BLOCKS = {"W1 sign": 5, "W2 verify": 5, "W3 sign": 4, "W5 sign": 88}


def floor_table(figures):
    block = figures.time("SHA-256 64 KiB", "HS256") / 1024
    def row(workload):
        whole = figures.time(workload, "HS256")
        hashed = HASHED_BLOCKS[workload] * block
        return [workload, duration(whole), str(HASHED_BLOCKS[workload]), duration(hashed), f"{hashed / whole:.0%}",
                duration(whole - hashed)]
    return table(["", "a token", "blocks hashed", "hashing at full speed", "share", "the rest"],
                 [row(workload) for workload in HASHED_BLOCKS])


def floor_sentence(figures):
    return paragraph(f"""
        No token can take less than its hashing: each round of SHA-256 waits for the one before it, and the processor is
        idle for most of that time. The text of W1 alone, a `String` of 302 bytes made and released, takes
        {duration(figures.time("W1 sign", "String alone"))}; a token of W1 cannot take less than both together. Claims are
        written and encoded before their first block can be hashed, so that time is added. In a verification, the largest
        parts of the rest are reading the JSON, and the strings that are returned, one of them on the heap. Asking for the
        exact time takes {duration(figures.time("W2 verify", "clock alone"))}, so it is done only where a date is within ten
        seconds of the clock's last tick. A verifier that takes any `kid` reads and hashes the header of each token: it takes
        {duration(figures.time("W2 verify", "HS256 any kid"))}.""")


def consumer_table(consumers):
    def row(name, key):
        return [name, f"{consumers[key]['seconds']:.1f} s", f"{consumers[key]['bytes'] / 1e3:,.0f} KB"]
    rows = [row("does nothing", "nothing"), row("**signs a Zendesk token with this package**", "zendesk")]
    if "jwt-kit" in consumers:
        rows.append(row("signs the same token with jwt-kit", "jwt-kit"))
    else:
        rows.append(["signs a token with jwt-kit (measured elsewhere)", "149 s", "6,800 KB"])
    return table(["a program that", "clean release build", "stripped"], rows)


def elsewhere_table(figures):
    rows = [[name] + [times(ratio) for ratio in ratios] for name, ratios in elsewhere.ratios().items()]
    here = [times(figures.ratio(workload, "HS256", "OpenSSL")) for workload in elsewhere.WORKLOADS]
    return table(["measured elsewhere"] + elsewhere.WORKLOADS, rows + [["**HS256**, in this run"] + here])


def machine_table(machine):
    lines = ["| | |", "| --- | --- |"]
    return "\n".join(lines + [f"| {name} | {value} |" for name, value in machine.items()])


def system_table(figures):
    """The calls that users make, for each system."""
    def row(system):
        cells = [f"{duration(figures.time(work, system))} ({times(ratio)})" for work, ratio in (
            (work, figures.ratio(work, system, system, to_workload="System MAC"))
            for work in ("System sign", "System verify"))]
        return [f"**{system}**"] + cells + [duration(figures.time("System MAC", system))]
    return table(["system", "`token(for:)`", "`verify(_:)`", "OpenSSL, the MAC alone"], [row(name) for name in SYSTEMS])


def bare_sentence(figures):
    def time(work, library):
        return duration(figures.time(f"System {work}", library))
    def ratio(work):
        return times(figures.ratio(f"System {work}", ZENDESK, "HS256"))
    return paragraph(f"""
        The bare signer and verifier, `JWTSigner` and `JWTVerifier` with a claim type of the program's own, sign the claims
        of a Zendesk token in {time("sign", "HS256")} and verify them in {time("verify", "HS256")}. Zendesk's module takes
        {ratio("sign")} and {ratio("verify")} that: it counts the lifetime from the clock, checks the vendor's rules, and
        makes the user.""")


def summary(figures):
    def time(work):
        return duration(figures.time(f"System {work}", ZENDESK))
    faster = [times(figures.ratio(workload, "jwt-kit", "HS256")) for workload in ("W1 sign", "W2 verify")]
    return paragraph(f"""
        `ZendeskMessaging.token(for:)` takes {time("sign")}, and `verify(_:)` {time("verify")}. OpenSSL takes {time("MAC")}
        for the MAC alone, without JSON and base64url. For the same claims, jwt-kit takes {faster[0]} as long as this
        package's bare signer to sign, and {faster[1]} as long as its bare verifier to verify.""")


def method(run, figures):
    rounds = f"{run['rounds']} rounds" if run["rounds"] > 1 else "one round"
    figure = paragraph(f"""
        - **A figure** is the median of {rounds}. In each, every library has its turn within seconds of the others, for
        a quarter of a second. A ratio is the median of the rounds' ratios, not the ratio of two medians.""")
    noise = paragraph(f"""
        - **Noise**: half of all single rounds are within {figures.spread():.1%} of the median of their row. A
        difference of less than a tenth is no difference until several runs agree. Figures of two runs, or of two
        machines, cannot be compared; their ratios can.""")
    return f"{figure}\n{noise}"


def text(run, figures, pictures):
    consumers = run["consumers"]
    hurry = "" if run["rounds"] > 1 else "\n> This was a quick run of one round. Its figures are worth little.\n"
    return f"""\
<!-- Written by Benchmarks/report. Do not edit it: change what writes it, or run it again. -->
# Performance

![Time for one token by library and workload, on a logarithmic scale]({pictures}/peers.svg)

{summary(figures)}
{hurry}
## The five systems

{system_table(figures)}

The time of one call, on one core, by the system's clock, for a user that has been made; in brackets how many times as
long as OpenSSL's MAC over as many bytes.

{bare_sentence(figures)}

## Targets

{target_table(figures, consumers)}

In the limits on growth and refusal are {NOISE:.0%} for the noise of a measurement.

## All libraries

{main_table(figures)}

The time of one token, on one core, and in brackets how many times as long as OpenSSL's MAC over as many bytes. What the
workloads are, and what each library does in them, says [Benchmarks/README.md](../Benchmarks/README.md).

{hash_table(figures)}

## Where the time goes

{floor_table(figures)}

{floor_sentence(figures)}

## Claims of any size

![Time for one token against the size of its claims]({pictures}/payload-size.svg)

{size_table(figures)}

## Bad tokens

![Time to refuse a bad token beside the time to accept a good one]({pictures}/refusals.svg)

{refusal_table(figures)}

The good token of a row has the same size, and the same shape where a bad one has a shape. Only `sub` and `exp` are read
of it, so that accepting is as cheap as it can be. An expired token, deep JSON and a duplicate name have a good MAC
here: only who has the secret gets so far.

## Threads

{thread_table(figures)}

A signer is one value that all threads use. Signing takes no lock and writes nothing that is shared, so two threads sign
nearly twice as many tokens, as far as the machine has two whole cores to give: OpenSSL's row shows how far.

## What it costs to build

{consumer_table(consumers)}

Swift's own libraries are linked dynamically, as `swift build` does unless told otherwise.

## Other languages

These figures are not of this run. They were measured earlier on another machine, a Xeon of the Sapphire Rapids class
with SHA instructions, with the same workloads, beside the same anchor. What can be compared is how many times as long
as OpenSSL's MAC alone a token takes there and here.

{elsewhere_table(figures)}

## This run

{machine_table({"date": run["date"], **run["machine"]})}

- **ns a token** is the time that one core takes for one token from beginning to end: from the claims, as values of the
  language, to the finished text, or back, with every check. A thousand tokens are timed at once, so the clock's own
  cost vanishes. Ids differ from token to token, so nothing can come from a cache.
{method(run, figures)}
- **Without caches**: each benchmark is a process of its own, its keys are made before the clock starts, and it checks
  first that its tokens have as many bytes as the workload says and that its hashes and MACs are right.

Times are reported and never decide whether a change goes in. What decides is what is the same each time: allocations
and instructions a token, and the size of the program (`.ci/check-allocations`, `.ci/check-instructions`,
`.ci/check-size`).

To run it again, on a machine that does nothing else meanwhile:

```sh
Benchmarks/report
```
"""
