"""Libraries of other languages, measured once before on another machine, and not in the run that the page tells of.

One core of a Xeon of the Sapphire Rapids class, medians of 7 rounds between which the libraries took turns; nanoseconds
for W1, W2, W3 and W5. Only what a library took in times of the anchor can be set beside figures of another machine.
"""

WORKLOADS = ["W1 sign", "W2 verify", "W3 sign", "W5 sign"]
ANCHOR = [331, 331, 235, 4_250]
LIBRARIES = {
    "hand-written C around OpenSSL": [504, 752, 347, 8_840],
    "Rust, jsonwebtoken 10.4 with sha2": [1_014, 2_467, 727, 9_850],
    "Go, cristalhq/jwt 5.4": [1_657, 2_847, 1_210, 42_410],
    "Java, java-jwt 4.6": [3_124, 2_910, 2_630, 38_780],
    "Node, fast-jwt 6.3, cache off": [9_740, 7_400, 8_450, 37_560],
    "Python, PyJWT 2.15": [26_170, 51_110, 24_500, 61_730],
    "Swift, jwt-kit 5.7.1": [30_210, 21_610, 24_300, 351_740],
}


def ratios():
    """How many times as long as the anchor, by library."""
    return {name: [value / anchor for value, anchor in zip(values, ANCHOR, strict=True)]
            for name, values in LIBRARIES.items()}
