"""Types the beginnings of command lines in shells, and looks at what their completions offer.

    shells.py TOOL

fish says by itself what it would offer. bash and zsh only do so on a terminal, so they get one."""

import multiprocessing.pool
import os
import pathlib
import pty
import re
import select
import shutil
import subprocess
import sys
import tempfile
import time

# What is typed, what must be offered, and what must not.
LINES = [
    ("che", {"check", "check-secret"}, {"sign", "--json"}),
    ("", {"demo", "systems", "sign", "manual"}, {"tiledesk"}),
    ("sign ", {"tiledesk", "jwt"}, {"--key-id"}),
    ("sign zendesk-messaging --k", {"--key-id"}, {"--kid", "--project-id"}),
    ("sign jwt --k", {"--kid"}, {"--key-id"}),
    ("check --k", {"--key-id", "--kid"}, {"--name"}),
    ("check tiledesk --", {"--project-id", "--json"}, {"--key-id"}),
    ("embed ferndesk --widget-id a --t", {"--token-url", "--token-file"}, {"--at"}),
    ("completions ", {"bash", "zsh", "fish"}, {"--at"}),
    ("check-secret --", {"--secret-file", "--json"}, {"--at"}),
    ("check --secret-file sec", {"secret-of-zendesk.txt"}, {"--json"}),
    ("check tok", {"token.txt"}, {"--json"}),
]


def fish(script, folder, line):
    code = f'source {script}; complete -C "helpdesk-jwt {line}"'
    done = subprocess.run(["fish", "--no-config", "-c", code], cwd=folder, capture_output=True, text=True,
                          env={**os.environ, "HOME": folder})
    return done.stdout, done.stderr


def read(terminal, seconds):
    """What a terminal shows, until nothing comes any more."""
    text = b""
    end = time.monotonic() + seconds
    while time.monotonic() < end and select.select([terminal], [], [], 0.6)[0]:
        try:
            text += os.read(terminal, 65536)
        except OSError:
            break
    return text.decode(errors="replace")


def typed(command, setup, folder, line):
    """What a shell shows on a terminal after a line and two tabs."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(folder)
        os.environ.update(TERM="dumb", PS1="ready> ", HOME=folder, COLUMNS="200", LINES="100")
        os.execvp(command[0], command)
    try:
        os.write(terminal, f"{setup}; echo set-up-done\n".encode())
        shown = ""
        for _ in range(20):
            shown += read(terminal, 2)
            if shown.count("set-up-done") >= 2:
                break
        os.write(terminal, f"helpdesk-jwt {line}".encode())
        read(terminal, 1)
        # What is common to all is filled in first; then the list is shown.
        os.write(terminal, b"\t")
        shown = read(terminal, 3)
        os.write(terminal, b"\t")
        shown += read(terminal, 3)
        return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]|\x08|\r", " ", line + shown), ""
    finally:
        os.kill(pid, 9)
        os.waitpid(pid, 0)
        os.close(terminal)


def bash(script, folder, line):
    setup = f"bind 'set completion-query-items 0'; bind 'set page-completions off'; bind 'set show-all-if-ambiguous on'; source {script}"
    return typed(["bash", "--norc", "--noprofile", "-i"], setup, folder, line)


def zsh(script, folder, line):
    setup = f"unsetopt zle_bracketed_paste; autoload -Uz compinit; compinit -u -D; setopt no_beep; LISTMAX=999; source {script}"
    return typed(["zsh", "-f", "-i"], setup, folder, line)


def zsh_installed(script, folder, line):
    """zsh with the script in a folder of fpath, as it is installed: it is read at the first completion."""
    functions = f"{folder}/.functions"
    os.makedirs(functions, exist_ok=True)
    shutil.copy(script, f"{functions}/_helpdesk-jwt")
    setup = (f"unsetopt zle_bracketed_paste; fpath=({functions} $fpath); autoload -Uz compinit; compinit -u -D; "
             "setopt no_beep; LISTMAX=999")
    return typed(["zsh", "-f", "-i"], setup, folder, line)


tool = pathlib.Path(sys.argv[1]).resolve()
with tempfile.TemporaryDirectory() as folder:
    for name in ("token.txt", "secret-of-zendesk.txt"):
        pathlib.Path(folder, name).touch()
    scripts = {}
    for name in ("bash", "zsh", "fish"):
        scripts[name] = f"{folder}/.completions.{name}"
        pathlib.Path(scripts[name]).write_bytes(
            subprocess.run([tool, "completions", name], capture_output=True, check=True).stdout)

    def check(case):
        shell, (line, offered, not_offered) = case
        shown, errors = shell(scripts[shell.__name__.split("_")[0]], folder, line)
        words = set(re.findall(r"[\w.-]+", shown)) - {line.split(" ")[-1]}
        if errors or not offered <= words or not_offered & words:
            return f"{shell.__name__} offers for \"{line}\": {sorted(words)} {errors}"

    # Most of the time a shell is waited for.
    with multiprocessing.pool.ThreadPool(6) as pool:
        cases = [(shell, line) for shell in (bash, zsh, zsh_installed, fish) for line in LINES]
        faults = [fault for fault in pool.map(check, cases) if fault]
if faults:
    sys.exit("FAILED: " + "; ".join(faults))
print(f"bash, zsh, and fish complete {len(LINES)} beginnings of command lines.")
