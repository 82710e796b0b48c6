"""What the figures were measured on, and with which versions."""

import os
import pathlib
import platform
import re
import subprocess

import jwt

from measuring import BENCHMARKS


def output(*command):
    """The first line that a command prints, or nothing where there is no such command."""
    try:
        return subprocess.run(command, capture_output=True, text=True).stdout.strip().split("\n")[0]
    except FileNotFoundError:
        return ""


def processor():
    information = pathlib.Path("/proc/cpuinfo")
    if not information.exists():
        return output("sysctl", "-n", "machdep.cpu.brand_string"), "", None
    fields = dict(re.findall(r"^(\S.*?)\s*:\s*(.*)$", information.read_text(), re.MULTILINE))
    family = ", ".join(f"{field} {fields[field]}" for field in ("cpu family", "model") if field in fields)
    return fields.get("model name", platform.machine()), family, "sha_ni" in fields.get("flags", "").split()


def pinned(package):
    """The version of a package that the manifest of the benchmarks names."""
    manifest = (BENCHMARKS / "Package.swift").read_text()
    return re.search(rf'/{package}", exact: "([^"]+)"', manifest).group(1)


def system():
    release = pathlib.Path("/etc/os-release")
    if release.exists():
        name = re.search(r'^PRETTY_NAME="?([^"\n]+)', release.read_text(), re.MULTILINE)
        return f"{name.group(1)}, Linux {platform.release()}" if name else platform.platform()
    return platform.platform()


def describe():
    name, family, has_sha = processor()
    return {
        "processor": f"{name} ({family})" if family else name,
        "SHA instructions": {True: "yes", False: "no", None: "not known"}[has_sha],
        "cores": str(os.cpu_count()),
        "system": system(),
        "Swift": re.sub(r" \(.*", "", output("swift", "--version")),
        "OpenSSL": output("openssl", "version").replace("OpenSSL ", "").split(" (")[0],
        "jwt-kit": pinned("jwt-kit"),
        "swift-crypto": pinned("swift-crypto"),
        "PyJWT": f"{jwt.__version__} on Python {platform.python_version()}",
        "benchmark tool": f"ordo-one/benchmark {pinned('benchmark')}",
    }
