import HelpdeskJWT

extension Finding {
    /// The finding for scripts. Members are only ever added.
    var json: JSONValue {
        [
            "severity": "\(severity)",
            "code": .string(code),
            "claim": claim.map { .string($0) } ?? nil,
            "message": .string(message),
            "remedy": .string(remedy),
            "source": .string(source),
            "symptom": symptom.map { .string($0) } ?? nil,
            "authenticated": .bool(!isUnauthenticated),
        ]
    }
}

extension Console {
    /// Writes an object for scripts, in one line.
    func write(_ object: JSONObject) throws(Failure) {
        try write(object.description.safeJSON + "\n")
    }
}
