/// A place for one value that is not there yet.
///
/// A variable of an optional type would do, but the value would be copied out of it, and everything in it retained.
@safe
@usableFromInline
package struct Slot<Value>: ~Copyable {
    @usableFromInline
    let memory: UnsafeMutablePointer<Value>
    @usableFromInline
    var isFilled = false

    @inlinable
    @inline(__always)
    @unsafe
    init(_ memory: UnsafeMutablePointer<Value>) {
        unsafe self.memory = memory
    }

    /// Puts the value there, once.
    @inlinable
    @inline(__always)
    package mutating func fill(_ value: consuming Value) {
        precondition(!isFilled, "there is a value already")
        unsafe memory.initialize(to: value)
        isFilled = true
    }

    /// The value that `body` puts into a slot.
    @inlinable
    @inline(__always)
    package static func value(
        _ body: (inout Slot) throws(JWTError) -> Void
    ) throws(JWTError) -> Value {
        unsafe try withUnsafeTemporaryAllocation(of: Value.self, capacity: 1) {
            (memory: UnsafeMutableBufferPointer<Value>) throws(JWTError) -> Value in
            let memory = unsafe memory.baseAddress.unsafelyUnwrapped
            var slot = unsafe Slot(memory)
            do throws(JWTError) {
                try body(&slot)
            } catch {
                if slot.isFilled { unsafe memory.deinitialize(count: 1) }
                throw error
            }
            precondition(slot.isFilled, "neither a value nor an error")
            return unsafe memory.move()
        }
    }
}
