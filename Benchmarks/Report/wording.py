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
    places = 0 if ratio >= 10 else 1 if ratio >= 3 else 2 if ratio >= 0.1 else 3
    return f"{ratio:.{places}f}×"


def size(count):
    """Bytes, as "16 KiB"."""
    return f"{count} B" if count < 1_024 else f"{count // 1_024} KiB"
