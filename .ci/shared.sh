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
    command -v "$1" >/dev/null && return
    echo "installing $2"
    { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends "$2"; } \
        >"$work/apt-$2.log" 2>&1 || fail "$1 is not there, and the package $2 cannot be installed: $(tail -n 1 "$work/apt-$2.log")"
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
