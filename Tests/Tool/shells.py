"""Types the beginnings of command lines in shells, and looks at what their completions offer.

    shells.py TOOL

bash and fish say by themselves what they would offer. zsh only does so on a terminal, so it gets one."""

import os
import pathlib
import pty
import re
import select
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


def bash(script, folder, line):
    words = line.split(" ")
    code = (
        'source "$0"; COMP_WORDS=(helpdesk-jwt "$@"); COMP_CWORD=$#; _helpdesk_jwt\n'
        'if [ ${#COMPREPLY[@]} -eq 0 ]; then compgen -f -- "${!#}"; fi; printf "%s\\n" "${COMPREPLY[@]}"')
    done = subprocess.run(["bash", "-c", code, script, *words], cwd=folder, capture_output=True, text=True)
    return done.stdout, done.stderr


def fish(script, folder, line):
    code = f'source {script}; complete -C "helpdesk-jwt {line}"'
    done = subprocess.run(["fish", "--no-config", "-c", code], cwd=folder, capture_output=True, text=True,
                          env={**os.environ, "HOME": folder})
    return done.stdout, done.stderr


def read(terminal, seconds):
    """What a terminal shows, until nothing comes any more."""
    text = b""
    end = time.monotonic() + seconds
    while time.monotonic() < end and select.select([terminal], [], [], 0.4)[0]:
        try:
            text += os.read(terminal, 65536)
        except OSError:
            break
    return text.decode(errors="replace")


def zsh(script, folder, line):
    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(folder)
        os.environ.update(TERM="dumb", PS1="ready> ", HOME=folder, COLUMNS="200", LINES="100")
        os.execvp("zsh", ["zsh", "-f", "-i"])
    try:
        setup = (f"unsetopt zle_bracketed_paste; autoload -Uz compinit; compinit -u -D; setopt no_beep; LISTMAX=999; "
                 f"source {script}; echo set-up-done\n")
        os.write(terminal, setup.encode())
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


tool = pathlib.Path(sys.argv[1]).resolve()
with tempfile.TemporaryDirectory() as folder:
    for name in ("token.txt", "secret-of-zendesk.txt"):
        pathlib.Path(folder, name).touch()
    for shell in (bash, zsh, fish):
        script = f"{folder}/.completions.{shell.__name__}"
        pathlib.Path(script).write_bytes(
            subprocess.run([tool, "completions", shell.__name__], capture_output=True, check=True).stdout)
        for line, offered, not_offered in LINES:
            shown, errors = shell(script, folder, line)
            words = set(re.findall(r"[\w.-]+", shown)) - {line.split(" ")[-1]}
            if errors or not offered <= words or not_offered & words:
                sys.exit(f"FAILED: {shell.__name__} offers for \"{line}\": {sorted(words)} {errors}")
print(f"bash, zsh, and fish complete {len(LINES)} beginnings of command lines.")
