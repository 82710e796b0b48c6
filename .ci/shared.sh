# What the scripts of the gate share; sourced by them, not run.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# Whatever the gate makes goes here, under a folder that is never committed.
work=$PWD/.build/ci
mkdir -p "$work"

# The flags of every build but those that a reader of the README or a dependent package would do.
strict=(-Xswiftc -warnings-as-errors)

# Ends the step with a sentence.
fail() {
    printf 'FAILED: %s\n' "$*" >&2
    exit 1
}

# need COMMAND PACKAGE: installs a Debian package where the command is not there yet.
need() {
    command -v "$1" >/dev/null || install_package "$1" "$2"
}

# need_openssl: OpenSSL's headers, which the benchmarks are built with.
need_openssl() {
    need pkg-config pkg-config
    pkg-config --exists libcrypto || install_package "OpenSSL's header" libssl-dev
}

# install_package WHAT PACKAGE: installs a Debian package for the sake of what is not there.
install_package() {
    echo "installing $2"
    { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends "$2"; } \
        >"$work/apt-$2.log" 2>&1 || fail "$1 is not there, and the package $2 cannot be installed: $(tail -n 1 "$work/apt-$2.log")"
}

# need_venv NAME PACKAGE...: packages of Python's in an environment of their own, $work/venv-NAME.
need_venv() {
    local venv=$work/venv-$1
    shift
    if [ ! -x "$venv/bin/pip" ]; then
        python3 -c 'import ensurepip' 2>/dev/null || install_package "Python's venv" python3-venv
        quietly venv python3 -m venv --clear "$venv"
    fi
    quietly pip "$venv/bin/pip" install --quiet --disable-pip-version-check "$@"
}

# need_token_costs: valgrind, and the program whose costs it counts.
need_token_costs() {
    need valgrind valgrind
    quietly costs swift build --package-path Tests/Costs --scratch-path "$work/costs" -c release "${strict[@]}"
}

# quietly NAME COMMAND...: runs a command whose output matters only if it fails.
quietly() {
    local log=$work/$1.log
    shift
    "$@" >"$log" 2>&1 && return
    cat "$log"
    fail "this command does not succeed: ${*//$PWD\//}"
}

# The files of the project, committed or about to be, that are still there.
project_files() {
    git ls-files --cached --others --exclude-standard --deduplicate | while IFS= read -r file; do
        [ ! -f "$file" ] || printf '%s\n' "$file"
    done
}

# The names of the library products.
libraries() {
    swift package dump-package | python3 -c '
import json, sys
for product in json.load(sys.stdin)["products"]:
    if "library" in product["type"]:
        print(product["name"])'
}
