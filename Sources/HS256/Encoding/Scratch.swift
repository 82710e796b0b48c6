/// The memory in which a token is opened and read: a kilobyte on the stack, and the heap for larger tokens.
///
/// ``lend(_:)`` lends it once, around a whole verification. Readers of a token point into it, and cannot be copied, so none
/// can leave the closure that has the memory.
@safe
@usableFromInline
package struct Scratch: ~Copyable {
    /// The memory that is not taken yet, up to `end`.
    private var free: UnsafeMutableRawPointer
    private var end: UnsafeMutableRawPointer
    /// The blocks from the heap; nil for nearly every token.
    private var heapBlocks: [UnsafeMutableRawPointer]?

    /// The size of the lent part. The runtime moves larger stack allocations to the heap.
    @usableFromInline
    static var lentByteCount: Int { 1024 }

    @usableFromInline
    @unsafe
    init(lent memory: UnsafeMutableRawBufferPointer) {
        unsafe free = memory.baseAddress.unsafelyUnwrapped
        unsafe end = free + memory.count
    }

    /// Memory from the heap alone, for values that outlive a call.
    init() {
        let capacity = 1024
        unsafe free = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 16)
        unsafe end = free + capacity
        unsafe heapBlocks = [free]
    }

    @usableFromInline
    deinit {
        unsafe heapBlocks?.forEach { unsafe $0.deallocate() }
    }

    /// Lends scratch memory to `body`.
    @inlinable
    @inline(__always)
    package static func lend<Result, Failure: Error>(
        _ body: (inout Scratch) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        unsafe try withUnsafeTemporaryAllocation(byteCount: lentByteCount, alignment: 16) {
            (memory: UnsafeMutableRawBufferPointer) throws(Failure) -> Result in
            var scratch = unsafe Scratch(lent: memory)
            return try body(&scratch)
        }
    }

    /// Uninitialized memory for some elements, at a multiple of 16 bytes.
    @inline(__always)
    mutating func take<Element: BitwiseCopyable>(_ count: Int, of type: Element.Type) -> UnsafeMutablePointer<Element> {
        let byteCount = count &* MemoryLayout<Element>.stride
        if unsafe byteCount > free.distance(to: end) { takeBlock(byteCount) }
        let taken = unsafe free.assumingMemoryBound(to: Element.self)
        unsafe free += (byteCount &+ 15) & ~15
        return unsafe taken
    }

    /// A list that can use all the memory that is left. Take nothing else until ``keep(_:)`` has it back.
    @inline(__always)
    func list<Element: BitwiseCopyable>(of type: Element.Type) -> GrowableBuffer<Element> {
        let count = unsafe max(free.distance(to: end), 0) / MemoryLayout<Element>.stride
        return unsafe GrowableBuffer(
            lent: UnsafeMutableBufferPointer(start: free.assumingMemoryBound(to: Element.self), count: count),
            heapCapacity: 64)
    }

    /// Keeps the elements of a list from ``list(of:)`` for as long as the scratch memory lives.
    @inline(__always)
    mutating func keep<Element: BitwiseCopyable>(
        _ list: consuming GrowableBuffer<Element>
    ) -> UnsafeBufferPointer<Element> {
        let (elements, isOnHeap) = unsafe list.release()
        if isOnHeap {
            unsafe keepBlock(UnsafeMutableRawPointer(mutating: elements.baseAddress.unsafelyUnwrapped))
        } else {
            unsafe free += (elements.count &* MemoryLayout<Element>.stride &+ 15) & ~15
        }
        return unsafe elements
    }

    /// Continues in a block from the heap, which has room for more than this request.
    @inline(never)
    private mutating func takeBlock(_ byteCount: Int) {
        let capacity = byteCount &+ 4096
        unsafe free = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 16)
        unsafe end = free + capacity
        unsafe keepBlock(free)
    }

    @inline(never)
    private mutating func keepBlock(_ block: UnsafeMutableRawPointer) {
        unsafe heapBlocks = (heapBlocks ?? []) + [block]
    }
}

extension Scratch {
    /// The UTF-8 bytes of a string: its own, or a copy where it has none in memory.
    ///
    /// Valid as long as the string is neither changed nor released.
    @inline(__always)
    mutating func utf8(of string: String) -> UnsafeBufferPointer<UInt8> {
        if case .long(let bytes)? = StringBytes.of(string) { return unsafe bytes }
        return unsafe copy(of: string.utf8)
    }

    /// A copy of some bytes.
    @inline(never)
    mutating func copy(of bytes: some Collection<UInt8>) -> UnsafeBufferPointer<UInt8> {
        let copy = unsafe UnsafeMutableBufferPointer(start: take(bytes.count, of: UInt8.self), count: bytes.count)
        _ = unsafe copy.initialize(fromContentsOf: bytes)
        return UnsafeBufferPointer(copy)
    }
}
