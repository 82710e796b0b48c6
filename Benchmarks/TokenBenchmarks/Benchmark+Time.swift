import Benchmark

extension Benchmark {
    /// Times what is done with each of some things, which are made before the clock starts.
    @inline(__always)
    func time<Thing>(_ things: [Thing], _ body: (Thing) throws -> Void) rethrows {
        startMeasurement()
        for thing in things { try body(thing) }
        stopMeasurement()
    }
}
