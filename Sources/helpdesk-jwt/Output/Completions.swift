/// Scripts that let a shell complete the tool's arguments.
enum Completions: String, CaseIterable {
    case bash, zsh, fish

    /// The script.
    var script: String {
        switch self {
        case .bash: return Self.bashScript
        case .zsh: return Self.zshScript
        case .fish: return Self.fishScript
        }
    }

    /// The first sentence of a help text.
    private static func brief(_ help: String) -> String {
        var sentence = ""
        for word in help.split(separator: " ") {
            sentence += (sentence.isEmpty ? "" : " ") + word
            if word.hasSuffix(".") { break }
        }
        return sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence
    }

    // MARK: bash

    private static var bashScript: String {
        let tables = CommandLineTable.all
        let valued = tables.flatMap { $0.syntax.options }.filter { $0.value != .none }
        let files = names(valued.filter { $0.value == .file })
        let others = names(valued.filter { $0.value != .file })
        // Longer paths come first, because the path of a command alone matches all of its kinds.
        let cases = tables.sorted { $0.path.count > $1.path.count }.map { table in
            let pattern = "\"\(table.path.joined(separator: " ")) \"*"
            let words = table.words + table.syntax.options.map(\.name)
            return "        \(pattern)) words='\(words.joined(separator: " "))' ;;"
        }
        let commands = (Tool.commands.map { $0.name } + Tool.options.map(\.name)).joined(separator: " ")
        return """
            # Completes \(Tool.name) in bash. Made by: \(Tool.name) completions bash
            _helpdesk_jwt() {
                local IFS=$' \\t\\n' current=${COMP_WORDS[COMP_CWORD]} words
                COMPREPLY=()
                case ${COMP_WORDS[COMP_CWORD - 1]} in
                    \(files.joined(separator: "|"))) return ;;
                    \(others.joined(separator: "|")))
                        compopt +o default 2>/dev/null
                        return
                        ;;
                esac
                if [ "$COMP_CWORD" -eq 1 ]; then
                    words='\(commands)'
                else
                    case "${COMP_WORDS[*]:1:COMP_CWORD - 1} " in
            \(cases.joined(separator: "\n"))
                    esac
                fi
                # Words with a dash are offered once a dash is typed, so that the names of files can be completed.
                local word
                for word in $words; do
                    [[ $word == "$current"* && ($word != -* || $current == -*) ]] && COMPREPLY+=("$word")
                done
            }
            complete -o bashdefault -o default -F _helpdesk_jwt \(Tool.name)

            """
    }

    /// The names of options, each once.
    private static func names(_ options: [CommandOption]) -> [String] {
        Array(Set(options.map(\.name))).sorted()
    }

    // MARK: zsh

    private static var zshScript: String {
        let words =
            Tool.commands.map { ($0.name, $0.summary) } + Tool.options.map { ($0.name, $0.help) }
        let commands = words.map { "        \(ShellText.singleQuoted("\($0.0):\(brief($0.1))"))" }
        let cases = CommandLineTable.all.sorted { $0.path.count > $1.path.count }.map { table in
            var specifications = table.syntax.options.map(zshSpecification)
            if !table.words.isEmpty {
                let words = "(\(table.words.joined(separator: " ")))"
                let wordsOrFiles = "{_alternative \"words:word:\(words)\" \"files:file:_files\"}"
                specifications.append(ShellText.singleQuoted("1: :\(table.takesFile ? wordsOrFiles : words)"))
            }
            if table.takesFile { specifications.append(ShellText.singleQuoted("*:file:_files")) }
            let pattern = ShellText.singleQuoted(table.path.joined(separator: " ") + " ") + "*"
            let indent = " \\\n                "
            return """
                        \(pattern))
                            shift \(table.path.count) words
                            (( CURRENT -= \(table.path.count) ))
                            _arguments\(indent)\(specifications.joined(separator: indent))
                            ;;
                """
        }
        return """
            #compdef \(Tool.name)
            # Completes \(Tool.name) in zsh. Made by: \(Tool.name) completions zsh
            _helpdesk-jwt() {
                local -a commands
                commands=(
            \(commands.joined(separator: "\n"))
                )
                if (( CURRENT == 2 )); then
                    _describe -t commands command commands
                    return
                fi
                case "${(j: :)words[2,CURRENT-1]} " in
            \(cases.joined(separator: "\n"))
                esac
            }
            if [ "$funcstack[1]" = _helpdesk-jwt ]; then
                _helpdesk-jwt "$@"
            else
                compdef _helpdesk-jwt \(Tool.name)
            fi

            """
    }

    /// An option as `_arguments` wants it: `--name=[help]:placeholder:action`.
    private static func zshSpecification(_ option: CommandOption) -> String {
        var help = ""
        for character in brief(option.help) {
            if "[]:\\".contains(character) { help += "\\" }
            help.append(character)
        }
        guard let placeholder = option.placeholder else { return ShellText.singleQuoted("\(option.name)[\(help)]") }
        var repeated = ""
        if case .many = option.value { repeated = "*" }
        return ShellText.singleQuoted(
            "\(repeated)\(option.name)=[\(help)]:\(placeholder):\(option.value == .file ? "_files" : "")")
    }

    // MARK: fish

    private static var fishScript: String {
        var lines = [
            "# Completes \(Tool.name) in fish. Made by: \(Tool.name) completions fish", "complete -c \(Tool.name) -f",
        ]
        for command in Tool.commands {
            lines.append(
                "complete -c \(Tool.name) -n __fish_use_subcommand -a \(command.name) -d \(fishQuoted(brief(command.summary)))"
            )
        }
        for option in Tool.options {
            let name = option.name.dropFirst(2)
            lines.append(
                "complete -c \(Tool.name) -n __fish_use_subcommand -l \(name) -d \(fishQuoted(brief(option.help)))")
        }
        for table in CommandLineTable.all {
            var condition = table.path.map { "__fish_seen_subcommand_from \($0)" }.joined(separator: "; and ")
            if !table.words.isEmpty {
                condition += "; and not __fish_seen_subcommand_from \(table.words.joined(separator: " "))"
            }
            let start = "complete -c \(Tool.name) -n '\(condition)'"
            if !table.words.isEmpty { lines.append("\(start) -a '\(table.words.joined(separator: " "))'") }
            if table.takesFile { lines.append("\(start) -F") }
            for option in table.syntax.options {
                let value = option.placeholder == nil ? "" : option.value == .file ? " -r -F" : " -x"
                lines.append("\(start) -l \(option.name.dropFirst(2))\(value) -d \(fishQuoted(brief(option.help)))")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// A text as one word of fish, where a backslash keeps its meaning between single quotation marks.
    private static func fishQuoted(_ text: String) -> String {
        var result = ""
        for character in text {
            if character == "'" || character == "\\" { result += "\\" }
            result.append(character)
        }
        return "'\(result)'"
    }
}
