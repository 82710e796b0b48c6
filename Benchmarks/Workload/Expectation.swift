/// Stops the program with a sentence unless something holds. `precondition` would say nothing in a release build.
package func expect(_ holds: @autoclosure () throws -> Bool, _ sentence: @autoclosure () -> String) rethrows {
    guard try holds() else { fatalError(sentence()) }
}
