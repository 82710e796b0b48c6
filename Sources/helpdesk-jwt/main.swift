import Foundation

#if !os(Windows)
    // A reader that has gone away is an error of the write then, and not the end of the process.
    signal(SIGPIPE, SIG_IGN)
#endif

let console = Console()
do throws(Failure) {
    exit(Tool.run(try ProcessArguments.read(), console).rawValue)
} catch {
    console.complain(error.sentence, hint: error.hint)
    exit(error.status.rawValue)
}
