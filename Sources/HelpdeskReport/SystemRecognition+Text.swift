import HelpdeskJWT

extension SystemRecognition {
    /// The system and the reasons, the end of a sentence.
    package var text: String {
        guard let best else { return "a token for none of the systems that this tool knows" }
        let others = equals.map { $0.name }.joined(separator: " or ")
        let reasons = best.reasons.isEmpty ? "" : ": " + best.reasons.joined(separator: ", ")
        return "a token for \(best.name) (\(best.id))\(reasons)" + (others.isEmpty ? "" : ", or as much like \(others)")
    }
}
