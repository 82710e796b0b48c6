OperatingSystem.prepareStreams()
let console = Console()
do throws(Failure) {
    OperatingSystem.end(Tool.run(try ProcessArguments.read(), console))
} catch {
    console.complain(error.sentence, hint: error.hint)
    OperatingSystem.end(error.status)
}
