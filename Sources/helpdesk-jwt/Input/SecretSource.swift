import Foundation
import HelpdeskJWT

/// Where the shared secret comes from: an environment variable or a file, never an argument.
struct SecretSource {
    /// The environment variable.
    static let variable = "HELPDESK_JWT_SECRET"
    /// What help texts say of secrets.
    static let help = """
        The shared secret is taken from the environment variable \(variable), or from a file with --secret-file. It is \
        used exactly as it is, spaces and line breaks included.
        """

    /// The secret's text, exactly as it was found.
    let text: String
    /// The key that is made of it.
    let key: HS256Key
    private let isFile: Bool

    /// The secret that the options and the environment name.
    init(_ arguments: ParsedArguments) throws(Failure) {
        let fromVariable = try Self.textOfVariable()
        let file = arguments[CommonOptions.secretFile]
        switch (file, fromVariable) {
        case (nil, nil):
            throw .usage("there is no secret", hint: "Set \(Self.variable), or name a file with --secret-file FILE.")
        case (_?, let text?) where !text.isEmpty:
            throw .usage("there are two secrets, \(Self.variable) and --secret-file", hint: "Use one of them.")
        case (let file?, _):
            isFile = true
            text = try Self.text(ofFile: file)
        case (nil, let text?):
            isFile = false
            self.text = text
        }
        key = try Self.key(
            for: text, in: isFile ? "the file of --secret-file" : Self.variable,
            isShortAllowed: arguments.has(CommonOptions.allowShortSecret))
    }

    private static func textOfVariable() throws(Failure) -> String? {
        guard let bytes = getenv(variable) else { return nil }
        guard let text = String(validatingCString: bytes) else {
            throw .unreadable("\(variable) is not UTF-8 text")
        }
        return text
    }

    private static func text(ofFile path: String) throws(Failure) -> String {
        do throws(Failure) {
            // A secret is sometimes given in place of the file's name, so the name is never shown.
            return try BoundedReader.text(ofFile: path, called: "the file of --secret-file")
        } catch {
            guard !FileManager.default.fileExists(atPath: path) else { throw error }
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

    /// What to do about a secret file that ends with a line break, as every file does that `echo` made; nil for other
    /// findings. The library can only say that the secret is to be set anew; here there is a file to be made anew.
    func repair(of finding: Finding) -> String? {
        guard isFile, finding.code == .secretWhitespace, let last = text.utf8.last, last == 0x0A || last == 0x0D
        else { return nil }
        return """
            Files that echo or an editor wrote end so. The help desk knows nothing of it, so it will refuse the token. \
            Make a file without it: printf %s "$(cat FILE)" > NEWFILE
            """
    }

    // MARK: Secrets as arguments

    /// Whether somebody tries to give the secret as an argument.
    static func isAttempt(_ option: String) -> Bool {
        let names = ["secret", "shared-secret", "jwt-secret", "secret-text", "password", "s"]
        return names.contains(option.drop { $0 == "-" }.lowercased())
    }

    /// What is said to that.
    static let refusal = Failure.usage(
        "a secret is never taken as an argument, because the list of processes and the shell's history would show it",
        hint: "Set \(variable), or use --secret-file FILE.")
}
