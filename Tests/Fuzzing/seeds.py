#!/usr/bin/env python3
"""Makes the first inputs of the fuzz targets: seeds.py FOLDER writes FOLDER/TARGET/NUMBER for each.

They come from the project's test vectors, and from Corpus/TARGET.txt: one input a line, in base64, that aims at a rule or
that a fuzzer has found worth keeping.
"""

import base64
import json
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
VECTORS = HERE.parent / "Vectors"


def cases(name):
    return json.loads((VECTORS / f"{name}.json").read_text(encoding="ascii"))["cases"]


def decoded(segment):
    try:
        return base64.urlsafe_b64decode(segment + "=" * (-len(segment) % 4))
    except ValueError:
        return None


def json_texts(tokens):
    """The headers and payloads of tokens, whatever they are."""
    for token in tokens:
        for segment in token.split(".")[:2]:
            text = decoded(segment)
            if text is not None:
                yield text


def inputs():
    """Pairs of a target and an input for it."""
    for case in cases("base64url"):
        yield "base64url", case["base64url"].encode()
        if case["kind"] == "encode-decode":
            yield "base64url", bytes.fromhex(case["bytes_hex"])
    tokens = [case["token"] for case in cases("attacks-dev")]
    for text in json_texts(tokens):
        yield "json", text
        yield "json-foundation", text
    for number, token in enumerate(tokens):
        raw = token.encode("utf-8", "surrogatepass")
        yield "verify", raw
        parts = [decoded(segment) for segment in token.split(".")[:2]]
        choice = bytes([number % 256])
        for target in ("verifier", "diagnose", "check"):
            yield target, choice + b"=" + raw
            if len(parts) == 2 and None not in parts:
                yield target, choice + b"s" + parts[0] + b"\0" + parts[1]
        if parts and parts[0] is not None:
            yield "header", choice + parts[0]
    for file in sorted((HERE / "Corpus").glob("*.txt")):
        for line in file.read_text(encoding="ascii").split():
            yield file.stem, base64.b64decode(line)


folder = pathlib.Path(sys.argv[1])
for number, (target, content) in enumerate(inputs()):
    (folder / target).mkdir(parents=True, exist_ok=True)
    (folder / target / f"{number:05}").write_bytes(content)
