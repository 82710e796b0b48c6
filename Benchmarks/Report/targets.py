"""What the library is to reach, and whether it did in this run."""

from dataclasses import dataclass

from charts import payload_sizes
from wording import times

# A bad token may cost as much as a good one; two measurements of the same differ by so much.
NOISE = 0.05
# The system that is compared with the bare signer and verifier, which get its claims.
ZENDESK = "Zendesk messaging"


@dataclass
class Target:
    subject: str
    aim: str
    found: str
    is_met: bool


def at_most(limit, value, subject):
    return Target(subject, f"at most {limit:g}×", times(value), round(value, 2) <= limit)


def at_least(limit, value, subject):
    return Target(subject, f"at least {limit:g}×", times(value), round(value, 2) >= limit)


def all_targets(figures, consumers):
    for work, limit, subject in (
        ("sign", 1.25, "`ZendeskMessaging.token`, beside the bare signer"),
        ("verify", 1.3, "`ZendeskMessaging.verify`, beside the bare verifier"),
    ):
        yield at_most(limit, figures.ratio(f"System {work}", ZENDESK, "HS256"), subject)
    for workload, limit in (("W1 sign", 1.3), ("W3 sign", 1.45), ("W2 verify", 1.85), ("W5 sign", 1.5)):
        yield at_most(limit, figures.ratio(workload, "HS256", "OpenSSL"), f"{workload}, beside OpenSSL's MAC alone")
    for workload, limit in (("W1 sign", 60), ("W2 verify", 30)):
        yield at_least(limit, figures.ratio(workload, "jwt-kit", "HS256"), f"{workload}, faster than jwt-kit")
    yield at_least(
        1, figures.ratio("SHA-256 64 KiB", "OpenSSL", "HS256"), "SHA-256 of 64 KiB, the speed beside OpenSSL's")
    yield at_least(
        0.6, figures.ratio("SHA-256 64 KiB", "OpenSSL without SHA instructions", "HS256 portable"),
        "the same without SHA instructions on either side")
    yield growth(figures, "Sign")
    yield growth(figures, "Verify")
    yield refusals(figures)
    yield Target(
        "clean release build of a program that signs a Zendesk token", "at most 20 s",
        f"{consumers['zendesk']['seconds']:.0f} s", consumers["zendesk"]["seconds"] <= 20)
    added = consumers["zendesk"]["bytes"] - consumers["nothing"]["bytes"]
    yield Target(
        "bytes of that program, stripped, above one that does nothing", "at most 400 KB", f"{added / 1e3:.0f} KB",
        added <= 400_000)


def growth(figures, work):
    """From 4 KiB to the largest payload: the time may grow as the bytes do."""
    largest = payload_sizes(figures)[-1]
    grown = figures.ratio(f"{work} payload {largest} B", "HS256", "HS256", to_workload=f"{work} payload 4096 B")
    bytes_grown = largest / 4_096
    return Target(
        f"{work.lower()} 64 KiB of claims, {bytes_grown:.0f} times as many as 4 KiB",
        f"at most {bytes_grown * (1 + NOISE):.1f}×", f"{grown:.1f}×", grown <= bytes_grown * (1 + NOISE))


def refusals(figures):
    """The kind of bad token whose refusal is dearest."""
    ratios = figures.refusals()
    dearest = next(iter(ratios))
    return Target(
        f'refuse a bad token, beside accepting a good one; the dearest of {len(ratios)} kinds is "{dearest}"',
        f"at most {1 + NOISE:g}×", times(ratios[dearest]), ratios[dearest] <= 1 + NOISE)
