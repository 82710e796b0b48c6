/// Stops the program with a sentence unless something holds. `precondition` would say nothing in a release build.
package func expect(_ holds: Bool, _ sentence: @autoclosure () -> String) {
    guard holds else { fatalError(sentence()) }
}
