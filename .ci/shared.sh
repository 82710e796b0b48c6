# Functions and variables for the scripts of the gate, which source this file.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# Everything that the gate builds goes here, in a folder that is never committed.
work=$PWD/.build/ci
mkdir -p "$work"

# The flags of every build except those that stand for a user's own.
strict=(-Xswiftc -warnings-as-errors)

# fail SENTENCE: ends the step.
fail() {
    printf 'FAILED: %s\n' "$*" >&2
    exit 1
}

# need COMMAND PACKAGE: installs a Debian package if the command is missing.
need() {
    command -v "$1" >/dev/null || install_package "$1" "$2"
}

# need_openssl: OpenSSL's headers, for the benchmarks.
need_openssl() {
    need pkg-config pkg-config
    pkg-config --exists libcrypto || install_package "OpenSSL's header" libssl-dev
}

# install_package WHAT PACKAGE: installs the Debian package that provides what is missing.
install_package() {
    echo "installing $2"
    { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends "$2"; } \
        >"$work/apt-$2.log" 2>&1 || fail "$1 is not there, and the package $2 cannot be installed: $(tail -n 1 "$work/apt-$2.log")"
}

# need_venv NAME PACKAGE...: Python packages in an environment of their own, $work/venv-NAME.
need_venv() {
    local venv=$work/venv-$1
    shift
    if [ ! -x "$venv/bin/pip" ]; then
        python3 -c 'import ensurepip' 2>/dev/null || install_package "Python's venv" python3-venv
        quietly venv python3 -m venv --clear "$venv"
    fi
    quietly pip "$venv/bin/pip" install --quiet --disable-pip-version-check "$@"
}

# need_token_costs: valgrind, and the program that it counts.
need_token_costs() {
    need valgrind valgrind
    quietly costs swift build --package-path Tests/Costs --scratch-path "$work/costs" -c release "${strict[@]}"
}

# quietly NAME COMMAND...: runs a command, and prints its output only if it fails.
quietly() {
    local log=$work/$1.log
    shift
    "$@" >"$log" 2>&1 && return
    cat "$log"
    fail "this command does not succeed: ${*//$PWD\//}"
}

# project_files: the files that are committed or about to be, without those that are deleted.
project_files() {
    git ls-files --cached --others --exclude-standard --deduplicate | while IFS= read -r file; do
        [ ! -f "$file" ] || printf '%s\n' "$file"
    done
}

# libraries: the names of the library products.
libraries() {
    swift package dump-package | python3 -c '
import json, sys
for product in json.load(sys.stdin)["products"]:
    if "library" in product["type"]:
        print(product["name"])'
}
