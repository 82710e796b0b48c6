import HelpdeskJWT

/// Where the shared secret comes from: an environment variable or a file, never an argument.
struct SecretSource {
    /// The environment variable.
    static let variable = "HELPDESK_JWT_SECRET"
    /// What help texts say about secrets.
    static let help = """
        The shared secret comes from the environment variable \(variable), or from a file with --secret-file. It is \
        used exactly as it is, including spaces and line breaks.
        """

    /// The secret's text, exactly as it was found.
    let text: String
    /// The key made from it.
    let key: HS256Key
    private let isFile: Bool

    /// The secret that the options and the environment name.
    init(_ arguments: ParsedArguments) throws(Failure) {
        isFile = arguments.has(CommonOptions.secretFile)
        let place = isFile ? Self.file : Self.variable
        text = try BoundedReader.text(Self.bytes(arguments), called: place)
        key = try Self.key(
            for: text, in: place, isShortAllowed: arguments.has(CommonOptions.allowShortSecret))
    }

    /// The bytes of the secret that the options and the environment name.
    static func bytes(_ arguments: ParsedArguments) throws(Failure) -> [UInt8] {
        let fromVariable = OperatingSystem.environmentVariable(variable)
        switch (arguments[CommonOptions.secretFile], fromVariable) {
        case (nil, nil):
            throw .usage("there is no secret", hint: "Set \(variable), or name a file with --secret-file FILE.")
        case (_?, let bytes?) where !bytes.isEmpty:
            throw .usage("there are two secrets, \(variable) and --secret-file", hint: "Use one of them.")
        case (let path?, _): return try bytes(ofFile: path)
        case (nil, let bytes?): return bytes
        }
    }

    /// The file as messages call it. The name is never shown, because it may be a secret given by mistake.
    private static let file = "the file of --secret-file"

    private static func bytes(ofFile path: String) throws(Failure) -> [UInt8] {
        do throws(Failure) {
            return try BoundedReader.bytes(ofFile: path, called: file)
        } catch {
            guard !OperatingSystem.hasFile(path) else { throw error }
            throw error.hinting("--secret-file takes the name of a file, not the secret itself.")
        }
    }

    private static func key(for text: String, in place: String, isShortAllowed: Bool) throws(Failure) -> HS256Key {
        do throws(HS256Error) {
            return isShortAllowed ? try HS256Key(legacyShortSecret: text.utf8) : try HS256Key(utf8: text)
        } catch {
            switch error.cause {
            case .keyTooShort(let byteCount) where byteCount > 0:
                throw .usage(
                    "the secret in \(place) has \(byteCount) byte\(byteCount == 1 ? "" : "s"); HS256 needs at least 32",
                    hint: "Ask the vendor for a longer one; if it issues none, add --allow-short-secret.")
            case .keyTooShort, .keyEmpty:
                throw .usage("the secret in \(place) is empty", hint: "Check where it is set.")
            default:
                throw .usage(error.finding.message, hint: "\(error.finding.remedy).")
            }
        }
    }

    // MARK: What is odd about the file

    /// What to do about a secret file that ends with a line break, as `echo` writes it; nil for other findings. The
    /// library can only say to set the secret again; here there is a file to make again.
    func repair(of finding: Finding) -> String? {
        guard isFile, finding.code == .secretWhitespace, let last = text.utf8.last, last == 0x0A || last == 0x0D
        else { return nil }
        return """
            Files that echo or an editor wrote end so. The help desk knows nothing of it, so it will refuse the token. \
            Make a file without it: printf %s "$(cat FILE)" > NEWFILE
            """
    }

    // MARK: Secrets as arguments

    /// Whether an option is an attempt to pass the secret as an argument.
    static func isAttempt(_ option: String) -> Bool {
        let names = ["secret", "shared-secret", "jwt-secret", "secret-text", "password", "s"]
        return names.contains(option.drop { $0 == "-" }.lowercased())
    }

    /// The error for such an attempt.
    static let refusal = Failure.usage(
        "a secret is never taken as an argument, because the list of processes and the shell's history would show it",
        hint: "Set \(variable), or use --secret-file FILE.")
}
