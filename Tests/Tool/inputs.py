"""Calls every command of the tool with every kind of wrong input.

    inputs.py TOOL

Each call must end by itself, with the status that its mistake has; must say at most one sentence and one hint about it,
on standard error; must show nothing that drives a terminal; and must never repeat the secret."""

import os
import pathlib
import subprocess
import sys
import tempfile
import threading
import unicodedata

TOOL = str(pathlib.Path(sys.argv[1]).resolve())
SECRET = "Vh7qLr2-XwN9tKz4_Jm6PdY8.sFb3GcR5eUa1+ZjW0"
# Secrets of other shapes, in whose forms a diagnosis might show a part of them.
SHAPES = ["K3VX9_LQ2_WM7TZ4RB8NY6PD1HS5GF0JCABCD===", "A_NAME_LQ2_WM7TZ4RB8=NY6PD1HS5GF0JCABCD", "<WM7TZ4RB8NY6PD1HS5GF0JCABCD>",
          "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "WM7TZ4RB8NY6PD1HS5GF0JCABCD\nNY6PD1HS5GF0JC",
          "https://WM7TZ4RB8NY6PD1HS5GF0JC.example", '{"k":"WM7TZ4RB8NY6PD1HS5GF0JCABCD"}']
ACCOUNTS = {
    "freshdesk-web-chat": ([], ["--uuid", "u", "--id", "r"], ["--host", "https://w.example", "--widget-token", "w",
                                                              "--widget-id", "w"]),
    "freshdesk-help-widget": ([], ["--name", "J", "--email", "j@soap.example"], ["--widget-id", "1"]),
    "ferndesk": ([], ["--id", "u", "--email", "j@soap.example"], ["--widget-id", "w"]),
    "tiledesk": (["--project-id", "p"], ["--id", "u"], []),
    "zendesk-messaging": (["--key-id", "app_1"], ["--id", "1"], []),
    "jwt": (["--issuer", "me"], [], None),
}
SIGN = [["sign", kind, *account, *user] for kind, (account, user, _) in ACCOUNTS.items()]
CHECK = [["check"]] + [["check", kind, *account] for kind, (account, _, _) in ACCOUNTS.items()]
EMBED = [["embed", kind, *embed] for kind, (_, _, embed) in ACCOUNTS.items() if embed is not None]
# Those that read a token from a file or from standard input, as their last words say.
READERS = CHECK + [["inspect"], ["inspect", "--json"], ["check", "--json"]]
SECRET_READERS = SIGN + CHECK + [["check-secret"], ["check-secret", "--json"]]
PLAIN = [[], ["--help"], ["--version"], ["demo"], ["systems"], ["systems", "tiledesk"], ["completions", "bash"],
         ["completions", "zsh"], ["completions", "fish"], ["manual"], ["sign", "--help"], ["check", "jwt", "--help"]]
calls = 0


def fail(sentence, arguments, seen):
    sys.exit(f"FAILED: {sentence}: {[str(word)[:60] for word in arguments]}: {seen!r:.400}")


def run(arguments, statuses, token=b"", secret=SECRET, stdin=None, shell=None, looks_at=None):
    """Calls the tool, checks what is true of every call, and returns its output and its errors."""
    global calls
    calls += 1
    environment = {"PATH": "/usr/bin:/bin", "TZ": "UTC"}
    if secret is not None:
        environment["HELPDESK_JWT_SECRET"] = secret
    command = [TOOL, *arguments] if shell is None else ["/bin/sh", "-c", shell, TOOL, *arguments]
    source = {"stdin": stdin} if stdin is not None else {"input": token}
    try:
        done = subprocess.run(command, env=environment, capture_output=True, timeout=20, **source)
    except subprocess.TimeoutExpired:
        fail("no end in 20 s", arguments, "")
    try:
        output, errors = done.stdout.decode(), done.stderr.decode()
    except UnicodeDecodeError as error:
        fail("not UTF-8", arguments, error)
    if done.returncode not in statuses:
        fail(f"status {done.returncode}, not one of {statuses}", arguments, output + errors)
    # Any part of a secret that could not be there by chance, also one that is broken over lines.
    shown = "".join((output + errors).split())
    for hidden in [SECRET] + ([secret] if secret in SHAPES else []):
        for start in range(len(hidden) - 11):
            if hidden[start:start + 12] in shown:
                fail("a part of the secret is shown", arguments, output + errors)
    if len(token) > 60 and arguments[:1] not in (["embed"], ["inspect"]) and token.decode(errors="replace").strip() in shown:
        fail("the token is shown", arguments, output + errors)
    for character in output + errors:
        if character != "\n" and unicodedata.category(character) in ("Cc", "Cf", "Zl", "Zp"):
            fail(f"U+{ord(character):04X} is shown", arguments, output + errors)
    lines = errors.splitlines()
    if done.returncode in (2, 3):
        if output or not 1 <= len(lines) <= 2 or not lines[0].startswith("helpdesk-jwt: "):
            fail("not one sentence and maybe a hint", arguments, output + errors)
        if not all(line.endswith((".", "?", "NEWFILE")) for line in lines):
            fail("no full stop", arguments, errors)
    elif len(lines) > 3 and arguments[:1] != ["sign"]:
        fail("many errors", arguments, errors)
    if looks_at is not None and looks_at not in errors:
        fail(f"the sentence does not say \"{looks_at}\"", arguments, errors)
    return output, errors


def writing(path, data):
    """Writes into a pipe with a name, as soon as somebody reads it."""
    def write():
        try:
            with open(path, "wb") as pipe:
                pipe.write(data)
        except BrokenPipeError:
            pass
    threading.Thread(target=write, daemon=True).start()


def files_of(folder):
    """The files that are no token and no secret: path, the status for a reader of tokens, and what the sentence says."""
    def file(name, content):
        path = os.path.join(folder, name)
        pathlib.Path(path).write_bytes(content)
        return path
    loop = os.path.join(folder, "loop")
    os.symlink(loop, loop)
    socket = os.path.join(folder, "missing", "x")
    return [
        (file("empty", b""), {1}, None), (file("newline", b"\n"), {1}, None),
        (file("nul", bytes(100)), {1}, None), (file("random", os.urandom(4096) + b"\xff"), {3}, "is not UTF-8 text"),
        (file("utf16", "token".encode("utf-16")), {3}, "UTF-16"), (file("bom", b"\xef\xbb\xbfa.b.c"), {1}, None),
        (file("10mb", b"a" * 10_000_000), {3}, "has more than 65536 bytes"),
        (file("limit", b"a" * 65_536), {1}, None), (file("over", b"a" * 65_537), {3}, "has more than 65536 bytes"),
        (file("dots", b"." * 65_536), {1}, None), (file("quotes", b'"' * 65_536), {1}, None),
        (file("braces", b"{" * 65_536), {1}, None), (file("escapes", b"\x1b[2J\x9b31m".decode("latin1").encode() * 50), {1}, None),
        (file("name with spaces \n and breaks", b"x"), {1}, None), (file("image", b"\x89PNG\r\n\x1a\n" + bytes(50)), {3}, "not UTF-8"),
        (folder, {3}, "is a directory"), (os.path.join(folder, "none"), {3}, "there is no such file"),
        (socket, {3}, "there is no such file"), (loop, {3}, "cannot be opened"), ("/" + "x" * 5000, {3}, "cannot be opened"),
        ("/dev/zero", {3}, "has more than 65536 bytes"), ("/dev/null", {1}, None),
    ]


def token_files(folder, token):
    for path, statuses, sentence in files_of(folder):
        for reader in READERS:
            run([*reader, path], statuses, looks_at=sentence)
        for embed in EMBED:
            run([*embed, "--token-file", path], {0, 3}, looks_at=None)
        if os.path.isfile(path):
            for reader in READERS:
                with open(path, "rb") as file:
                    run(reader, statuses, stdin=file, looks_at=sentence)
    for data, statuses in ((token, {0, 1}), (b"", {1}), (b"a" * 1_000_000, {3})):
        for number, reader in enumerate(READERS):
            pipe = os.path.join(folder, f"pipe-{len(data)}-{number}")
            os.mkfifo(pipe)
            writing(pipe, data)
            run([*reader, pipe], statuses)
    for reader in READERS:
        run(reader, {3}, shell='exec "$0" "$@" <&-', looks_at="standard input cannot be read: it is closed")
        run([*reader, "-"], {3}, shell='exec "$0" "$@" </', looks_at="is a directory")


def secret_files(folder, token):
    # Of what is a secret, nothing is said; the rest is as for tokens, but that check-secret looks at any bytes.
    for path, statuses, sentence in files_of(folder):
        for reader in SECRET_READERS:
            arguments = [*reader, "--secret-file", path]
            if reader[0] == "check-secret":
                run(arguments, {0, 1} if sentence in (None, "is not UTF-8 text", "UTF-16", "not UTF-8") else {3}, secret=None)
            else:
                run(arguments, {0, 1, 2, 4} if statuses == {1} else {3}, token=token, secret=None, looks_at=sentence)
    for reader in SECRET_READERS:
        run(reader, {2}, secret=None, looks_at="there is no secret")
        run([*reader, "--secret-file", os.path.join(folder, "bom")], {2}, looks_at="there are two secrets")
        run([*reader, "--secret-file", SECRET], {3}, secret=None, looks_at="there is no such file")
        for secret in (b"\xff" * 40, b"a" * 100_000, b"-----BEGIN PUBLIC KEY-----\n" + b"a" * 99, b"x", b"", b'"' * 50):
            run(reader, {0, 1, 2, 3, 4}, token=token, secret=secret)
        for secret in SHAPES:
            run(reader, {0, 1, 2, 4}, token=token, secret=secret)


def outputs(token):
    everything = PLAIN + SIGN + READERS + [["check-secret"]] + [[*embed, "--token-url", "/t"] for embed in EMBED]
    for arguments in everything:
        run(arguments, {3}, token=token, shell='exec "$0" "$@" >&-', looks_at="the output cannot be written: it is closed")
        run(arguments, {3}, token=token, shell='exec "$0" "$@" >/dev/full', looks_at="cannot be written: no space left")
        status = subprocess.run([TOOL, *arguments], env={"HELPDESK_JWT_SECRET": SECRET}, input=token,
                                capture_output=True).returncode
        # A reader that has gone is no error.
        _, errors = run(arguments, {0}, token=token, shell='{ sleep 0.05; "$0" "$@"; echo "ended with $?" >&2; } | true')
        if not errors.endswith(f"ended with {status}\n"):
            fail(f"a reader that has gone changes the status {status}", arguments, errors)
        run(arguments, {0, 1}, token=token, shell='exec "$0" "$@" 2>&-')
        # Where nobody can be told, the status still says it.
        wrong = [*arguments, "--at", "never", "--no-such-option"]
        if arguments and "--help" not in arguments and not arguments[0].startswith("-"):
            run(wrong, {2}, shell='"$0" "$@" 2>&-; s=$?; echo "helpdesk-jwt: not heard." >&2; exit $s')


def wrong_arguments(token):
    odd = [b"\xff\xfe", b"a\xc3", "\u202e\u2066".encode(), b"\x1b[2J", b"\x07\n\r", b"x" * 100_000, b"", b"=", b"--", b"-",
           b"--=", b"---", b"--help=yes", SECRET.encode(), ("--" + SECRET).encode(), ("--secret=" + SECRET).encode(),
           token.strip(), b"Bearer " + token.strip(), ("{\"a\":\"" + SECRET + "\"}").encode()]
    words = [[word.encode() for word in arguments] for arguments in PLAIN + SIGN + CHECK + EMBED + [["check-secret"], ["inspect"]]]
    for arguments in words:
        for word in odd:
            # Before the words, after them, and in place of each.
            forms = [[word, *arguments], [*arguments, word]]
            forms += [[*arguments[:index], word, *arguments[index + 1:]] for index in range(len(arguments))]
            for form in forms:
                run(form, {0, 1, 2, 3, 4}, token=b"x")
                if word in (b"\xff\xfe", b"a\xc3"):
                    run(form, {2}, looks_at="is not UTF-8 text")
    run(["inspect"] + ["x"] * 20_000, {2})
    run(["sign", "jwt"] + ["--claim", "a=1"] * 5_000, {2}, looks_at="same name")


with tempfile.TemporaryDirectory() as directory:
    signed = subprocess.run([TOOL, *SIGN[4]], env={"HELPDESK_JWT_SECRET": SECRET}, capture_output=True, check=True).stdout
    for number, part in enumerate((token_files, secret_files)):
        place = os.path.join(directory, str(number))
        os.mkdir(place)
        part(place, signed)
    outputs(signed)
    wrong_arguments(signed)
print(f"{calls} calls with wrong input: one sentence each, the right status, no crash, and no secret shown.")
