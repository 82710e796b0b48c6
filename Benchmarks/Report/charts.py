"""The pictures of the page: SVG whose text stays text, for light and dark pages."""

import io
import logging
import re

import matplotlib
from matplotlib import pyplot
from matplotlib.ticker import FixedLocator, FuncFormatter, NullFormatter, NullLocator

from wording import duration, size, times

# Light colours, which stand in the file, and the dark ones that take their place on a dark page.
INK, QUIET, LINE, PAPER = "#1f2328", "#5d6670", "#d9dee4", "#ffffff"
OURS = "#0a62c4"
DARK = {INK: "#e8edf3", QUIET: "#9aa5b1", LINE: "#333b45", PAPER: "#0d1117", OURS: "#58a6ff"}
ANCHOR, OWN = "OpenSSL", "HS256"
# Behind a label, so that no line of the scale runs through it.
ON_PAPER = {"facecolor": PAPER, "edgecolor": "none", "pad": 1}
# This package's own: the library and its modules for vendors.
ALL_OWN = (OWN, "ZendeskMessaging", "Ferndesk")

matplotlib.use("Agg")
# The fonts are those of whoever looks at the picture; which are here does not matter.
logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)
matplotlib.rcParams.update({
    "svg.fonttype": "none", "svg.hashsalt": "helpdesk-jwt",
    "font.family": ["system-ui", "-apple-system", "Segoe UI", "Helvetica", "Arial", "sans-serif"], "font.size": 13,
    "figure.facecolor": PAPER, "axes.facecolor": PAPER, "savefig.facecolor": PAPER, "text.color": INK,
    "axes.edgecolor": LINE, "axes.labelcolor": QUIET, "axes.titlesize": 13, "axes.titleweight": "bold",
    "axes.titlelocation": "left", "axes.titlepad": 8,
    "axes.spines.top": False, "axes.spines.right": False, "axes.spines.left": False,
    "xtick.color": LINE, "ytick.color": LINE, "xtick.labelcolor": QUIET, "xtick.labelsize": 12,
    "ytick.labelcolor": INK,
    "axes.grid": True, "axes.grid.axis": "x", "grid.color": LINE, "grid.linewidth": 0.8, "axes.axisbelow": True,
    "ytick.major.size": 0, "xtick.major.size": 0, "xtick.minor.size": 0,
})


def draw_all(figures, folder):
    draw_peers(figures, folder / "peers.svg")
    draw_payload_sizes(figures, folder / "payload-size.svg")
    draw_refusals(figures, folder / "refusals.svg")


# MARK: Against the peers

LIBRARIES = [
    (ANCHOR, "OpenSSL’s MAC alone"), (OWN, "HS256"), ("ZendeskMessaging", "ZendeskMessaging"),
    ("Ferndesk", "Ferndesk"), ("swift-crypto", "swift-crypto by hand"), ("PyJWT", "PyJWT"), ("jwt-kit", "jwt-kit"),
]
PANELS = [
    ("W1 sign", "W1 · Sign a Zendesk token"), ("W2 verify", "W2 · Verify it"),
    ("W3 sign", "W3 · Sign a small token"), ("W5 sign", "W5 · Sign 4 KB of claims"),
]


def draw_peers(figures, path):
    figure, grid = pyplot.subplots(2, 2, figsize=(11.6, 7.2), sharex=True)
    for axes, (workload, title) in zip(grid.flat, PANELS, strict=True):
        libraries = [pair for pair in LIBRARIES if figures.has(workload, pair[0])]
        draw_dots(axes, figures, workload, libraries)
        axes.set_title(title)
    for axes in grid.flat:
        log_time(axes, 1e2, 1e6)
        # Room for the label of the longest.
        axes.set_xlim(80, 4e7)
        axes.tick_params(labelbottom=True)
    heading(
        figure, "Time for one token, on one core",
        "Each step of the scale is ten times the one before. × is how many times as long as OpenSSL's MAC alone.")
    figure.subplots_adjust(left=0.19, right=0.99, top=0.83, bottom=0.05, hspace=0.36, wspace=0.58)
    save(figure, path, "Time for one token by library and workload")


def draw_dots(axes, figures, workload, libraries):
    anchor = figures.time(workload, ANCHOR)
    rows = range(len(libraries))
    axes.axvline(anchor, color=QUIET, linewidth=1, linestyle=(0, (3, 3)), zorder=1)
    for row, (library, _) in zip(rows, libraries, strict=True):
        value = figures.time(workload, library)
        is_own = library in ALL_OWN
        color = OURS if is_own else INK if library == ANCHOR else QUIET
        axes.hlines(row, anchor, value, color=color, linewidth=2.5, zorder=2)
        axes.plot(value, row, "o", color=color, markersize=9, zorder=3)
        ratio = "" if library == ANCHOR else f" · {times(figures.ratio(workload, library, ANCHOR))}"
        axes.annotate(
            f"{duration(value)}{ratio}", (value, row), (10, 0), textcoords="offset points", va="center",
            color=OURS if is_own else INK, fontweight="bold" if is_own else "normal", bbox=ON_PAPER)
    axes.set_yticks(list(rows), [name for _, name in libraries])
    for label, (library, _) in zip(axes.get_yticklabels(), libraries, strict=True):
        if library in ALL_OWN:
            label.set(color=OURS, fontweight="bold")
    axes.set_ylim(len(libraries) - 0.5, -0.5)


# MARK: Against the size of the payload

SERIES = [
    ("Verify payload {} B", OWN, "verify", OURS, "-"), ("Sign payload {} B", OWN, "sign", OURS, (0, (4, 1.5))),
    ("MAC of payload {} B", ANCHOR, "MAC", QUIET, "-"),
]


def draw_payload_sizes(figures, path):
    sizes = payload_sizes(figures)
    figure, (total, each) = pyplot.subplots(1, 2, figsize=(11.6, 4.8))
    draw_lines(figures, total, [(count, count / 1_024, 1 / 1e3) for count in sizes], "{:.0f} µs")
    draw_lines(figures, each, [(count, count, 1 / count) for count in sizes], "{:.2f} ns")
    total.set_title("Microseconds a token, by KiB of claims")
    total.set_xlim(0, 66)
    total.xaxis.set_major_locator(FixedLocator([0, 16, 32, 48, 64]))
    each.set_title("Nanoseconds a byte of claims")
    each.set_xscale("log", base=2)
    each.xaxis.set_major_locator(FixedLocator([256, 1_024, 4_096, 16_384, 65_536]))
    each.xaxis.set_minor_locator(NullLocator())
    each.xaxis.set_major_formatter(FuncFormatter(lambda value, _: size(int(value))))
    heading(
        figure, "What a token costs as its claims grow",
        "On the left a straight line is growth in step with the size. MAC is OpenSSL’s alone, over as many bytes.")
    figure.subplots_adjust(left=0.045, right=0.85, top=0.76, bottom=0.08, wspace=0.5)
    save(figure, path, "Time for one token against the size of its claims")


def draw_lines(figures, axes, points, label):
    """Draws each series at `points`: bytes of claims, where they stand, and what the time is multiplied by."""
    ends = []
    for pattern, library, name, color, style in SERIES:
        values = [figures.time(pattern.format(count), library) * factor for count, _, factor in points]
        places = [place for _, place, _ in points]
        axes.plot(places, values, color=color, linewidth=2, linestyle=style, marker="o", markersize=5, clip_on=False)
        ends.append((values[-1], places[-1], f"{name} {label.format(values[-1])}", INK if color == QUIET else color))
    axes.set_ylim(0)
    # Where lines nearly meet, their labels move apart.
    height, lowest = 0.065 * axes.get_ylim()[1], float("-inf")
    for value, place, text, color in sorted(ends):
        lowest = max(value, lowest + height)
        axes.annotate(
            text, (place, lowest), (10, 0), textcoords="offset points", va="center", color=color, fontweight="bold",
            annotation_clip=False)
    axes.grid(True, axis="both")
    axes.tick_params(axis="y", labelcolor=QUIET)


def payload_sizes(figures):
    return sorted(
        int(workload.split()[2]) for workload in figures.workloads(OWN) if workload.startswith("Sign payload"))


# MARK: Bad tokens

def draw_refusals(figures, path):
    stages = list(figures.refusals())
    figure, axes = pyplot.subplots(figsize=(11.6, 5.2))
    for row, stage in enumerate(stages):
        bad, good = figures.time(stage, "refused"), figures.time(stage, "accepted")
        axes.hlines(row, bad, good, color=LINE, linewidth=3, zorder=1)
        axes.plot(good, row, "o", markerfacecolor=PAPER, markeredgecolor=QUIET, markeredgewidth=2, markersize=9)
        axes.plot(bad, row, "o", color=OURS, markersize=9, zorder=3)
        left, right = min(bad, good), max(bad, good)
        for value, is_bad in ((bad, True), (good, False)):
            on_left = value == left and left != right
            axes.annotate(
                duration(value), (value, row), (-10 if on_left else 10, 0), textcoords="offset points", va="center",
                ha="right" if on_left else "left", color=OURS if is_bad else INK,
                fontweight="bold" if is_bad else "normal", bbox=ON_PAPER)
    axes.set_yticks(range(len(stages)), stages)
    axes.set_ylim(len(stages) - 0.5, -0.5)
    log_time(axes, 1e2, 1e5)
    axes.set_xlim(40, 6e5)
    heading(
        figure, "Refusing a bad token, beside accepting a good one",
        "Filled: the bad token is refused. Hollow: a good one of the same size is accepted. Dearest refusal on top.")
    figure.subplots_adjust(left=0.245, right=0.985, top=0.83, bottom=0.07)
    save(figure, path, "Time to refuse a bad token beside the time to accept a good one")


# MARK: What all have

def heading(figure, title, subtitle):
    """At the same place and in the same size in each picture, however tall that is."""
    inch = 1 / figure.get_figheight()
    figure.text(0.008, 1 - 0.16 * inch, title, fontsize=17, fontweight="bold", va="top")
    figure.text(0.008, 1 - 0.50 * inch, subtitle, color=QUIET, va="top")


def log_time(axes, first, last):
    axes.set_xscale("log")
    ticks = []
    while first <= last:
        ticks.append(first)
        first *= 10
    axes.xaxis.set_major_locator(FixedLocator(ticks))
    axes.xaxis.set_minor_locator(NullLocator())
    axes.xaxis.set_minor_formatter(NullFormatter())
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: tick(value)))


def tick(value):
    """"100 ns", with no more digits than a round number needs."""
    for unit, unit_size in (("ms", 1e6), ("µs", 1e3), ("ns", 1)):
        if value >= unit_size:
            return f"{value / unit_size:.0f} {unit}"
    return ""


def save(figure, path, description):
    text = io.StringIO()
    figure.savefig(text, format="svg", metadata={"Date": None, "Creator": None, "Title": description})
    pyplot.close(figure)
    # A rule beats the colours that stand in the elements, and only on a dark page.
    rules = "".join(
        f'[style*="{kind}: {light}"]{{{kind}:{dark} !important}}'
        for light, dark in DARK.items() for kind in ("fill", "stroke"))
    style = f"<style>@media (prefers-color-scheme:dark){{{rules}}}</style>"
    drawn = re.sub(r"(<svg [^>]*>)", rf"\1{style}", text.getvalue(), count=1)
    path.write_text("\n".join(line.rstrip() for line in drawn.splitlines()) + "\n")
