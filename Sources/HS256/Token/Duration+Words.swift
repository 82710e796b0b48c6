extension Duration {
    /// The duration for a person to read, its two largest units: "3 days 4 hours", "15 seconds". The sign is left out.
    package var inWords: String {
        let seconds = components.seconds.magnitude
        if seconds == 0 { return components.attoseconds == 0 ? "0 seconds" : "less than a second" }
        let parts = [
            (seconds / 31_557_600, "year"), (seconds % 31_557_600 / 86_400, "day"), (seconds % 86_400 / 3_600, "hour"),
            (seconds % 3_600 / 60, "minute"), (seconds % 60, "second"),
        ]
        let first = parts.firstIndex { $0.0 > 0 } ?? parts.count - 1
        return parts[first...].prefix(2).filter { $0.0 > 0 }
            .map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }.joined(separator: " ")
    }
}
