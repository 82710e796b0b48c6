"""Lists the public interface of each module in FOLDER/MODULE.txt, from the symbol graphs in the folder GRAPHS.

    interface.py GRAPHS FOLDER MODULE...

A type and its conformances take one line, and so does each of its members below it."""

import collections
import json
import pathlib
import re
import sys
import urllib.parse

TYPES = {"swift.struct", "swift.enum", "swift.class", "swift.actor", "swift.protocol"}
# In this order, and by their text within a kind.
MEMBERS = ["swift.associatedtype", "swift.typealias", "swift.enum.case", "swift.init", "swift.deinit",
           "swift.type.property", "swift.property", "swift.type.subscript", "swift.subscript", "swift.type.method",
           "swift.method", "swift.func", "swift.func.op"]
# The compiler adds these by itself, and not the same ones each time.
IMPLIED = {"Copyable", "Escapable", "SendableMetatype"}


def constraints(entries):
    signs = {"conformance": ":", "superclass": ":", "sameType": "=="}
    terms = sorted(f"{term['lhs']} {signs[term['kind']]} {term['rhs']}" for term in entries)
    return f" where {', '.join(terms)}" if terms else ""


def suppressed(symbol):
    """`~Copyable` and its like, which no symbol graph mentions: read from the source."""
    place = symbol["location"]
    source = pathlib.Path(urllib.parse.unquote(urllib.parse.urlparse(place["uri"]).path)).read_text(encoding="utf-8")
    declaration = "\n".join(source.splitlines()[place["position"]["line"]:]).split("{")[0]
    return set(re.findall(r"~\w+", declaration))


def availability(symbol):
    """The `@available` attributes, each with a space after it."""
    text = ""
    for entry in symbol.get("availability", []):
        words = [entry.get("domain", "*")]
        for word in ("introduced", "deprecated", "obsoleted"):
            if word in entry:
                words.append(f"{word}: {'.'.join(str(number) for number in entry[word].values())}")
        words += [word for word in ("deprecated", "unavailable")
                  if entry.get(f"isUnconditionally{word.capitalize()}")]
        words += [f'{word}: "{entry[word]}"' for word in ("renamed", "message") if word in entry]
        text += f"@available({', '.join(words)}) "
    return text


def declaration(symbol, path):
    """The declaration on one line, a type by its whole name."""
    text = "".join(
        path if part["kind"] == "identifier" and symbol["kind"]["identifier"] in TYPES else part["spelling"]
        for part in symbol["declarationFragments"])
    return availability(symbol) + " ".join(text.split())


def read_graphs(graphs, module):
    """The symbols and relationships of a module: its own, and what it adds to the types of others."""
    symbols, relationships = [], []
    for file in [graphs / f"{module}.symbols.json", *sorted(graphs.glob(f"{module}@*.symbols.json"))]:
        graph = json.loads(file.read_text(encoding="utf-8"))
        symbols += graph["symbols"]
        relationships += graph["relationships"]
    return symbols, relationships


def conformances(symbols, relationships):
    """By type, the protocols that it conforms to: always, and under conditions."""
    names = {symbol["identifier"]["precise"]: ".".join(symbol["pathComponents"]) for symbol in symbols}
    always, conditional = collections.defaultdict(set), set()
    for relationship in relationships:
        if relationship["kind"] not in ("conformsTo", "inheritsFrom"):
            continue
        source, target = relationship["source"], relationship["target"]
        protocol = names.get(target) or relationship.get("targetFallback", target)
        protocol = protocol.removeprefix("Swift.")
        name = names.get(source) or relationship.get("sourceFallback", source)
        conditions = constraints(relationship.get("swiftConstraints", []))
        if protocol in IMPLIED:
            continue
        if conditions or source not in names:
            conditional.add(f"extension {name}: {protocol}{conditions}")
        else:
            always[source].add(protocol)
    return always, conditional


def listing(module, symbols, relationships):
    always, conditional = conformances(symbols, relationships)
    requirements = {entry["source"] for entry in relationships if entry["kind"] in
                    ("requirementOf", "optionalRequirementOf")}
    protocols = {".".join(symbol["pathComponents"]) for symbol in symbols
                 if symbol["kind"]["identifier"] == "swift.protocol"}
    # The line of each type and extension by the key that members find it with.
    headers, members, alone = {}, collections.defaultdict(set), set(conditional)
    for symbol in symbols:
        identifier, kind = symbol["identifier"]["precise"], symbol["kind"]["identifier"]
        path = ".".join(symbol["pathComponents"])
        if kind in TYPES:
            inherited = sorted(always[identifier] | suppressed(symbol))
            text = declaration(symbol, path)
            if inherited:
                name, condition, rest = text.partition(" where ")
                text = f"{name.split(' : ')[0]}: {', '.join(inherited)}{condition}{rest}"
            headers[path, ""] = text
            continue
        owner = ".".join(symbol["pathComponents"][:-1])
        line = (MEMBERS.index(kind), declaration(symbol, path))
        if not owner:
            alone.add(line[1])
            continue
        extension = symbol.get("swiftExtension", {})
        # What is common to all that conform is not what they have to implement.
        is_own = extension.get("extendedModule", module) == module and (
            owner not in protocols or identifier in requirements)
        conditions = constraints(extension.get("constraints", [])) if extension else ""
        key = owner, "" if is_own and not conditions else f"extension{conditions}"
        if key[1]:
            whole = owner if extension["extendedModule"] == module else f"{extension['extendedModule']}.{owner}"
            headers[key] = f"extension {whole}{conditions}"
        members[key].add(line)
    groups = [sorted(alone)] if alone else []
    for key in sorted(headers):
        groups.append([headers[key], *(f"    {text}" for _, text in sorted(members.pop(key, ())))])
    if members:
        sys.exit(f"FAILED: {module} has members of types that are not listed: {sorted(members)}")
    return groups


def reexports(module):
    """The modules that importing this one imports too: part of its interface, and not of its symbol graph."""
    found = set()
    for file in pathlib.Path("Sources", module).rglob("*.swift"):
        for line in re.findall(r"^@_exported\b.*?\b(import .*)", file.read_text(encoding="utf-8"), re.MULTILINE):
            found.add(f"@_exported {line.strip()}")
    return sorted(found)


def main():
    graphs, folder, modules = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3:]
    for module in modules:
        groups = [lines for lines in [reexports(module), *listing(module, *read_graphs(graphs, module))] if lines]
        text = "\n\n".join("\n".join(lines) for lines in groups)
        (folder / f"{module}.txt").write_text(text + "\n", encoding="utf-8")


main()
