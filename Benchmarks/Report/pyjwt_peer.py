"""pyjwt_peer.py WORKLOAD: prints the nanoseconds that PyJWT takes for a token."""

import sys
import time

import jwt

SECRET = b"0123456789abcdef0123456789abcdef"
HEADER = {"kid": "app_5963ceb97cde542d000dbdb1"}
PAST, FAR = 1_639_608_035, 4_102_444_800
ATTRIBUTES = {f"attr_{number:03}": f"value_{number:03}_abcdefghijklmnop" for number in range(100)}
SECONDS = 0.25


def visitor(number, expiration, **more):
    return {
        "external_id": str(number), "email": "janes@soap.example", "email_verified": True, "exp": expiration,
        "name": "Jane Soap", "scope": "user", **more,
    }


def sign(claims, headers=None):
    return jwt.encode(claims, SECRET, algorithm="HS256", headers=headers)


TOKENS = [sign(visitor(10_000_000 + index, FAR), HEADER) for index in range(1_024)]
# What is done with a number that changes every time, and how many bytes the signing input of its token has.
WORKLOADS = {
    "W1 sign": (lambda number: sign(visitor(number, PAST), HEADER), 258),
    "W2 verify": (lambda number: jwt.decode(TOKENS[number % 1_024], SECRET, algorithms=["HS256"]), None),
    "W3 sign": (
        lambda number: sign({"sub": str(number), "email": "a@b.example", "name": "Jane Soap", "exp": FAR}), 139),
    "W5 sign": (lambda number: sign(visitor(number, PAST, customAttributes=ATTRIBUTES), HEADER), 5_619),
}

work, size = WORKLOADS[sys.argv[1]]
if size is not None and work(10_000_000).rindex(".") != size:
    sys.exit(f"FAILED: PyJWT's signing input has not {size} bytes")

number, batches = 10_000_000, []
end = time.perf_counter() + SECONDS
while time.perf_counter() < end or len(batches) < 3:
    start = time.perf_counter_ns()
    for _ in range(100):
        number += 1
        work(number)
    batches.append((time.perf_counter_ns() - start) / 100)
print(sorted(batches)[len(batches) // 2])
