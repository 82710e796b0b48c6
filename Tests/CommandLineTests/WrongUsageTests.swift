import Foundation
import Testing

/// A wrong call and a part of the sentence that it gets.
struct WrongCall: Sendable, CustomTestStringConvertible {
    let arguments: [String]
    let sentence: String

    init(_ arguments: String..., gets sentence: String) {
        self.arguments = arguments
        self.sentence = sentence
    }

    var testDescription: String { arguments.joined(separator: " ") }
}

@Suite("Wrong usage")
struct WrongUsageTests {
    static let calls: [WrongCall] = [
        WrongCall("sgin", gets: "there is no command \"sgin\"; did you mean sign?"),
        WrongCall("Check", gets: "did you mean check?"),
        WrongCall("insp", gets: "did you mean inspect?"),
        WrongCall("frobnicate", gets: "there is no command \"frobnicate\"."),
        WrongCall("x\u{1B}[2J", gets: "there is no command \"x\\u{1b}[2J\"."),
        WrongCall("", gets: "there is no command \"\"."),
        WrongCall("--json", gets: "the command comes first"),
        WrongCall("zendesk-messaging", "sign", gets: "the command comes before the system"),
        WrongCall("sign", gets: "sign needs the name of a system as its first argument: freshdesk-web-chat,"),
        WrongCall("embed", "--widget-id", "a", gets: "embed needs the name of a system"),
        WrongCall("embed", "jwt", gets: "there is no system \"jwt\"; the choices are: freshdesk-web-chat,"),
        WrongCall("check", "zendesk", gets: "there is no system and no file \"zendesk\"; did you mean"),
        WrongCall("check", "intercom", gets: "there is no system and no file \"intercom\"; the choices are:"),
        WrongCall("check", "zendesk", "token.txt", gets: "did you mean zendesk-messaging?"),
        WrongCall("check", "jwt", "--leeway", "6m", gets: "leeway"),
        WrongCall("check", "jwt", "--leeway", "soon", gets: "--leeway takes a time such as"),
        WrongCall("sign", "jwt", "--claim", "exp=1", gets: "--claim cannot set \"exp\"; use --lifetime"),
        WrongCall("sign", "jwt", "--claim", "iss=\"a\"", gets: "use --issuer"),
        WrongCall("systems", "zendesk", gets: "did you mean zendesk-messaging?"),
        WrongCall("systems", "jwt", gets: "there is no system \"jwt\""),
        WrongCall("check-secret", "x", gets: "check-secret takes no argument \"x\""),
        WrongCall("check-secret", "--at", "0", gets: "check-secret has no option --at"),
        WrongCall("completions", gets: "completions needs the name of a shell: bash, zsh, fish"),
        WrongCall("completions", "tcsh", gets: "there is no script for \"tcsh\"; the choices are: bash,"),
        WrongCall("manual", "sign", gets: "manual takes no argument \"sign\""),
        WrongCall("embed", "zendesk", gets: "there is no system \"zendesk\"; did you mean zendesk-messaging?"),
        WrongCall("sign", "intercom", gets: "there is no system \"intercom\"; the choices are: freshdesk-web-chat,"),
        WrongCall("sign", "zendesk-messaging", gets: "needs --key-id ID and --id ID"),
        WrongCall("sign", "zendesk-messaging", "--key-id", "a", gets: "needs --id ID"),
        WrongCall("sign", "zendesk-messaging", "--key-id", gets: "--key-id needs a value"),
        WrongCall("sign", "zendesk-messaging", "--key-id", "--name", "x", gets: "--key-id needs a value"),
        WrongCall("sign", "zendesk-messaging", "--key-id", "--", gets: "--key-id needs a value"),
        WrongCall("sign", "zendesk-messaging", "--key-id", "", gets: "the value of --key-id is empty"),
        WrongCall("sign", "zendesk-messaging", "--key-id=", gets: "the value of --key-id is empty"),
        WrongCall("sign", "zendesk-messaging", "--keyid", "a", gets: "has no option --keyid; did you mean --key-id?"),
        WrongCall("sign", "zendesk-messaging", "--key", "a", gets: "has no option --key; did you mean --key-id?"),
        WrongCall("sign", "zendesk-messaging", "--json", gets: "sign zendesk-messaging has no option --json"),
        WrongCall("sign", "zendesk-messaging", "-x", gets: "options begin with two dashes"),
        WrongCall("sign", "zendesk-messaging", "--name", "a", "--name=b", gets: "--name is given twice"),
        WrongCall("check", "zendesk-messaging", "--json=yes", gets: "--json takes no value"),
        WrongCall("sign", "zendesk-messaging", "--name", "Jane", "Soap", gets: "takes no argument \"Soap\""),
        WrongCall("inspect", "a", "b", gets: "\"b\" is one argument too many"),
        WrongCall("inspect", "--", "a", "--json", gets: "\"--json\" is one argument too many"),
        WrongCall("inspect", "", gets: "the name of the file is empty"),
        WrongCall("demo", "now", gets: "demo takes no argument \"now\""),
        WrongCall("systems", "--json", gets: "systems has no option --json"),
        WrongCall("inspect", "eyJhbGciOiJub25lIn0.e30.", gets: "this is a token where the name of a file belongs"),
    ]

    @Test("gets one sentence, a hint at the help text, and status 2", arguments: calls)
    func sentence(call: WrongCall) throws {
        let run = try ToolRun(call.arguments)
        #expect(run.status == 2)
        #expect(run.output.isEmpty)
        #expect(run.sentence.hasPrefix("helpdesk-jwt: "))
        #expect(run.sentence.contains(call.sentence), "\(run.errors)")
        #expect(run.errors.contains("\nSee helpdesk-jwt ") && run.errors.hasSuffix(" --help.\n"), "\(run.errors)")
        #expect(run.errors.split(separator: "\n").count == 2)
    }

    @Test("points at the help text of the command, which is there")
    func hint() throws {
        let run = try ToolRun("check", "zendesk-messaging", "--nonsense")
        #expect(run.errors.hasSuffix("See helpdesk-jwt check zendesk-messaging --help.\n"))
    }

    @Test("does not repeat a long argument, which may be a token or a secret")
    func longArgument() throws {
        let run = try ToolRun("inspect", "a", "correct-horse-battery-staple")
        #expect(run.status == 2)
        #expect(!run.errors.contains("horse"))
    }

    @Test("that is not UTF-8 is not signed")
    func notUTF8() throws {
        let run = try ToolRun.shell(
            "$tool sign zendesk-messaging --key-id a --id \"$(printf 'a\\377')\"")
        #expect(run.status == 2)
        #expect(run.sentence == "helpdesk-jwt: argument 6 is not UTF-8 text.")
    }

    @Test("-- ends the options")
    func endOfOptions() throws {
        let run = try ToolRun("inspect", "--", "--json")
        #expect(run.status == 3)
        #expect(run.sentence.contains("the file \"--json\" cannot be opened: there is no such file"))
    }
}
