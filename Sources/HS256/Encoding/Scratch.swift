/// The memory in which one token is opened and read: a kilobyte that the caller lends, and the heap for what does not fit.
///
/// It is lent once, at the outside of a verification. Everything that is read from a token says where it is in this
/// memory, so it lives as long as the scratch memory does. Readers are not copyable, so none can leave
/// ``lend(_:)``.
@safe
@usableFromInline
package struct Scratch: ~Copyable {
    /// The memory that is not taken yet, up to `end`.
    private var free: UnsafeMutableRawPointer
    private var end: UnsafeMutableRawPointer
    /// What was taken from the heap; nil for nearly every token.
    private var heapBlocks: [UnsafeMutableRawPointer]?

    /// What is lent. The runtime takes larger stack allocations to the heap.
    @usableFromInline
    static var lentByteCount: Int { 1024 }

    @usableFromInline
    @unsafe
    init(lent memory: UnsafeMutableRawBufferPointer) {
        unsafe free = memory.baseAddress.unsafelyUnwrapped
        unsafe end = free + memory.count
    }

    /// Memory from the heap alone, for what is to be kept.
    init() {
        let capacity = 4096
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

    /// Memory for some elements, not initialized.
    @inline(__always)
    mutating func take<Element: BitwiseCopyable>(_ count: Int, of type: Element.Type) -> UnsafeMutablePointer<Element> {
        let byteCount = count &* MemoryLayout<Element>.stride
        if unsafe byteCount > free.distance(to: end) { takeBlock(byteCount) }
        let taken = unsafe free.assumingMemoryBound(to: Element.self)
        // Whatever is taken next is aligned too.
        unsafe free += (byteCount &+ 15) & ~15
        return unsafe taken
    }

    /// A list that begins in all the memory that is left. Nothing else may be taken until ``keep(_:)`` gets it back.
    @inline(__always)
    func list<Element: BitwiseCopyable>(of type: Element.Type) -> GrowableBuffer<Element> {
        let count = unsafe max(free.distance(to: end), 0) / MemoryLayout<Element>.stride
        return unsafe GrowableBuffer(
            lent: UnsafeMutableBufferPointer(start: free.assumingMemoryBound(to: Element.self), count: count),
            heapCapacity: 64)
    }

    /// Keeps what is in a list from ``list(of:)`` for as long as the scratch memory lives.
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

    /// Goes on in memory from the heap, with room for more than is asked for.
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
