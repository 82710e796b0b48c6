"""Compares this package with PyJWT: tokens of each are verified by the other, claim for claim.

    pyjwt.py PROGRAM [SEED]

PROGRAM is the built `interop` of this folder. Every claim set is random, the same for the same seed. Of every token,
copies with a changed payload and a changed signature and a verification under another secret must be refused, by both.
"""

import json
import random
import string
import subprocess
import sys
import time

import jwt

CLAIM_SETS = 400
AUDIENCE = "https://interop.example/réseau"
NOW = int(time.time())

# What our side says where PyJWT says InvalidSignatureError and ExpiredSignatureError.
MISMATCH = "jwt.signature.mismatch"
EXPIRED = "jwt.exp.passed"

TEXTS = [
    "", "plain", "Jürgen Großmann", "café", "cafe\u0301", "e\u0301\u0327\u0302", "\u1100\u1161\u11a8", "日本語",
    "مرحبا بالعالم", "שלום \u202eabc\u202c", "😀", "👩\u200d👩\u200d👧\u200d👦", "🏳\ufe0f\u200d🌈", "\U0001d11e\U00020000",
    "\U0010ffff", "\ufeff", "\ufffd", "\u2028\u2029", "\r\n", "\t\"\\/\b\f", "\x00", "\x1f\x7f\x80\x9f", "</script>",
    "\\u0041", "null", "1e5", "%F0%9F%98%80",
]
NUMBERS = [
    0, -1, 10**6, 2**53 - 1, 2**53 + 1, -(2**53) - 1, 2**63 - 1, -(2**63), 2**64, 10**30, 0.0, -0.0, 0.1, 1.0, -2.5,
    1e21, 1e300, 5e-324, 1e-7, 3.141592653589793,
]


class Generator:
    """Random claim sets, secrets and headers."""

    def __init__(self, seed):
        self.random = random.Random(seed)

    def scalar(self):
        """Any character there is but a surrogate, each length of UTF-8 as likely as the others."""
        low, high = self.random.choice([(0, 0x7F), (0x80, 0x7FF), (0x800, 0xFFFF), (0x10000, 0x10FFFF)])
        while True:
            point = self.random.randint(low, high)
            if not 0xD800 <= point <= 0xDFFF:
                return chr(point)

    def text(self):
        if self.random.random() < 0.5:
            return self.random.choice(TEXTS)
        return "".join(self.scalar() for _ in range(self.random.randint(1, 24)))

    def number(self):
        kind = self.random.random()
        if kind < 0.4:
            return self.random.choice(NUMBERS)
        if kind < 0.7:
            return self.random.randint(-(10**18), 10**18)
        return self.random.uniform(-1, 1) * 10.0 ** self.random.randint(-20, 20)

    def value(self, depth):
        kind = self.random.random()
        if kind < 0.4:
            return self.text()
        if kind < 0.6:
            return self.number()
        if kind < 0.75 or depth == 0:
            return self.random.choice([None, True, False])
        if kind < 0.87:
            return [self.value(depth - 1) for _ in range(self.random.randint(0, 4))]
        return self.object(depth - 1)

    def object(self, depth):
        members = {self.text(): self.value(depth) for _ in range(self.random.randint(0, 5))}
        if self.random.random() < 0.1:
            # Two names that many a dictionary takes for one.
            members["caf\u00e9"], members["cafe\u0301"] = 1, 2
        return members

    def claims(self):
        registered = {
            "iss": self.text(), "sub": self.text(), "aud": self.random.choice([AUDIENCE, ["other", AUDIENCE]]),
            "exp": NOW + self.random.choice([3_600, 86_400 * 365, 3_600.5]), "nbf": NOW - 10, "iat": NOW - 10,
            "jti": self.text(),
        }
        chosen = [(name, value) for name, value in registered.items() if self.random.random() < 0.5]
        chosen += self.object(depth=5).items()
        self.random.shuffle(chosen)
        return dict(chosen)

    def secret(self):
        """A secret as our side takes it, by name, and as PyJWT does. Of 32 bytes, of a block, and over that."""
        size = self.random.choice([32, 33, 48, 63, 64, 65, 100, 128, 500])
        if self.random.random() < 0.5:
            secret = self.random.randbytes(size)
            return {"hex": secret.hex()}, secret
        letters = string.ascii_letters + string.punctuation + " éß😀"
        secret = "".join(self.random.choice(letters) for _ in range(size))
        return {"utf8": secret}, secret

    def key_id(self):
        return self.random.choice([None, "app_5963ceb97cde542d000dbdb1", self.text()])


def with_other_character(token, segment, position):
    """The token with one character of one segment replaced by another of the alphabet."""
    segments = token.split(".")
    text = segments[segment]
    index = position % len(text)
    other = "B" if text[index] == "A" else "A"
    segments[segment] = text[:index] + other + text[index + 1:]
    return ".".join(segments)


def tampered(token):
    # Never the last character of a segment, whose trailing bits may make it no base64url at all.
    payload = token.split(".")[1]
    return [with_other_character(token, 1, len(payload) // 2), with_other_character(token, 2, 7)]


def other_secret(named, secret):
    """Another secret of the same length."""
    if "hex" in named:
        changed = bytes([secret[0] ^ 1]) + secret[1:]
        return {"hex": changed.hex()}, changed
    changed = ("a" if secret[0] != "a" else "b") + secret[1:]
    return {"utf8": changed}, changed


def exact(value):
    """Text that tells 1 from 1.0 and from true, and one order of members from another."""
    return json.dumps(value)


class Comparison:
    """Collects requests to our side and what is to be said to each answer; then asks all of them at once."""

    def __init__(self):
        self.requests = []
        self.checks = []
        self.accepted = 0
        self.refused = 0

    def ask(self, request, check, ascii_only=True):
        self.requests.append(json.dumps(request, ensure_ascii=ascii_only))
        self.checks.append(check)

    def run(self, program):
        output = subprocess.run(
            [program], input="\n".join(self.requests) + "\n", stdout=subprocess.PIPE, encoding="utf-8", check=True)
        # Not splitlines(), which splits at U+2028 and others too.
        answers = output.stdout.removesuffix("\n").split("\n")
        if len(answers) != len(self.requests):
            sys.exit(f"{len(self.requests)} requests, {len(answers)} answers")
        for request, answer, check in zip(self.requests, answers, self.checks):
            try:
                check(json.loads(answer))
            except Exception as error:
                sys.exit(f"{type(error).__name__}: {error}\nrequest: {request}\nanswer: {answer}")

    def same(self, what, expected, found):
        if exact(expected) != exact(found):
            raise AssertionError(f"{what}: expected {exact(expected)}, found {exact(found)}")

    # PyJWT signs, we verify.

    def our_verification(self, named, token, claims, key_id):
        request = {"do": "verify", "token": token, **({"audience": AUDIENCE} if "aud" in claims else {})}

        def check(answer):
            self.same("header", {"typ": "JWT", **({} if key_id is None else {"kid": key_id})}, answer["header"])
            self.same("claims", claims, answer["claims"])
            self.accepted += 1

        self.ask({**request, **named}, check)

    def our_refusal(self, named, token, code):
        def check(answer):
            self.same("refusal", {"refused": code}, answer)
            self.refused += 1

        self.ask({"do": "verify", "token": token, "audience": AUDIENCE, **named}, check)

    # We sign, PyJWT verifies.

    def their_verification(self, named, secret, claims, key_id, ascii_only):
        def check(answer):
            token = answer["token"]
            read = self.decode(token, secret, claims)
            self.same(
                "header", {"alg": "HS256", "typ": "JWT", **({} if key_id is None else {"kid": key_id})}, read["header"])
            self.same("claims", claims, read["payload"])
            self.accepted += 1
            for changed in tampered(token):
                self.their_refusal(changed, secret, claims, jwt.InvalidSignatureError)
            self.their_refusal(token, other_secret(named, secret)[1], claims, jwt.InvalidSignatureError)

        request = {"do": "sign", "claims": claims, **({} if key_id is None else {"kid": key_id}), **named}
        self.ask(request, check, ascii_only)

    def their_refusal(self, token, secret, claims, error):
        try:
            self.decode(token, secret, claims)
        except error:
            self.refused += 1
        else:
            raise AssertionError(f"PyJWT accepts what is to raise {error.__name__}")

    def decode(self, token, secret, claims):
        return jwt.decode_complete(
            token, secret, algorithms=["HS256"], audience=AUDIENCE if "aud" in claims else None)

    def expired(self, named, secret):
        claims = {"sub": "late", "exp": NOW - 60}
        token = jwt.encode(claims, secret, algorithm="HS256")
        self.our_refusal(named, token, EXPIRED)
        self.their_refusal(token, secret, claims, jwt.ExpiredSignatureError)


def pyjwt_token(claims, secret, key_id, ascii_only):
    """PyJWT escapes whatever is not ASCII; its lower layer signs the same claims as raw UTF-8."""
    headers = None if key_id is None else {"kid": key_id}
    if ascii_only:
        return jwt.encode(claims, secret, algorithm="HS256", headers=headers)
    payload = json.dumps(claims, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    return jwt.PyJWS().encode(payload, secret, algorithm="HS256", headers=headers)


def main():
    program, seed = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 7519
    generator, comparison = Generator(seed), Comparison()
    for index in range(CLAIM_SETS):
        claims, key_id, ascii_only = generator.claims(), generator.key_id(), index % 2 == 0
        named, secret = generator.secret()
        token = pyjwt_token(claims, secret, key_id, ascii_only)
        comparison.our_verification(named, token, claims, key_id)
        for changed in tampered(token):
            comparison.our_refusal(named, changed, MISMATCH)
        comparison.our_refusal(other_secret(named, secret)[0], token, MISMATCH)
        comparison.their_verification(named, secret, claims, key_id, ascii_only)
        if index % 20 == 0:
            comparison.expired(named, secret)
    comparison.run(program)
    expected = (2 * CLAIM_SETS, 6 * CLAIM_SETS + 2 * CLAIM_SETS // 20)
    if (comparison.accepted, comparison.refused) != expected:
        sys.exit(f"{comparison.accepted} accepted, {comparison.refused} refused; expected {expected}")
    print(
        f"PyJWT {jwt.__version__}: {CLAIM_SETS} claim sets each way, all the same; "
        f"{comparison.refused} false tokens, all refused.")


main()
