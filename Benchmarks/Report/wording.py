"""How figures are written, on the page and in the pictures."""


def duration(nanoseconds):
    """Three digits and the unit that suits them."""
    for unit, size in (("ns", 1), ("µs", 1e3), ("ms", 1e6)):
        value = nanoseconds / size
        if value < 999.5:
            break
    return f"{digits(value)} {unit}"


def digits(value):
    """Three digits that count."""
    if value >= 99.95:
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 9.995 else f"{value:.2f}"


def times(ratio):
    """A ratio, as "62×" or "1.12×"."""
    return f"{ratio:.0f}×" if ratio >= 10 else f"{ratio:.1f}×" if ratio >= 3 else f"{ratio:.2f}×"


def size(count):
    """Bytes, as "16 KiB"."""
    return f"{count} B" if count < 1_024 else f"{count // 1_024} KiB"
