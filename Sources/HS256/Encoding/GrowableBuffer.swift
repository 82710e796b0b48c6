/// A list of plain values that starts in memory lent by its creator and moves to the heap when that is full.
///
/// With a lent part of the right size on the stack, work on inputs of usual size allocates nothing. The lent memory
/// must outlive the buffer, so a buffer is made inside the closure that lends the memory and cannot be copied out.
@safe
@usableFromInline
struct GrowableBuffer<Element: BitwiseCopyable>: ~Copyable {
    /// `count` initialised elements, then uninitialised memory up to `capacity`.
    @usableFromInline
    private(set) var start: UnsafeMutablePointer<Element>
    @usableFromInline
    private(set) var count = 0
    @usableFromInline
    private(set) var capacity: Int
    private let heapCapacity: Int
    @usableFromInline
    private(set) var isOnHeap = false

    /// An empty buffer in memory that its creator keeps alive.
    ///
    /// - Parameters:
    ///   - memory: the lent memory, which may have room for nothing.
    ///   - heapCapacity: the least number of elements that there is room for once it moves to the heap.
    @unsafe
    @usableFromInline
    init(lent memory: UnsafeMutableBufferPointer<Element>, heapCapacity: Int = 0) {
        self.heapCapacity = heapCapacity
        unsafe start = memory.baseAddress.unsafelyUnwrapped
        capacity = memory.count
    }

    @inlinable
    deinit {
        if isOnHeap { unsafe start.deallocate() }
    }

    /// The element at `index`, which must be in 0..<count.
    subscript(index: Int) -> Element {
        get {
            precondition(index >= 0 && index < count, "index out of range")
            return unsafe start[index]
        }
        set {
            precondition(index >= 0 && index < count, "index out of range")
            unsafe start[index] = newValue
        }
    }

    /// The elements, for as long as the buffer neither grows nor ends.
    var elements: UnsafeBufferPointer<Element> {
        unsafe UnsafeBufferPointer(start: start, count: count)
    }

    /// Hands the memory over: from here on, the caller owns it if it is on the heap.
    @inline(__always)
    mutating func release() -> (elements: UnsafeBufferPointer<Element>, isOnHeap: Bool) {
        defer { isOnHeap = false }
        return unsafe (elements, isOnHeap)
    }

    @inline(__always)
    mutating func append(_ element: Element) {
        if count == capacity { reserve(1) }
        unsafe (start + count).initialize(to: element)
        count &+= 1
    }

    /// Appends elements that lie outside this buffer.
    @inline(__always)
    mutating func append(_ source: UnsafePointer<Element>, count added: Int) {
        if added > capacity - count { reserve(added) }
        unsafe (start + count).initialize(from: source, count: added)
        count += added
    }

    /// Makes room for `added` elements after the last and returns where they go; ``commit(_:of:)`` counts them in.
    @inlinable
    @inline(__always)
    mutating func room(for added: Int) -> UnsafeMutablePointer<Element> {
        if added > capacity &- count { reserve(added) }
        return unsafe start + count
    }

    /// Counts in `added` elements that were written to ``room(for:)``, which was asked for `limit` of them.
    @inlinable
    @inline(__always)
    mutating func commit(_ added: Int, of limit: Int) {
        // As unsigned numbers, so that a negative one is too many.
        precondition(UInt(bitPattern: added) <= UInt(bitPattern: limit), "more was written than there was room for")
        count &+= added
    }

    /// Whether there is room for `added` elements without moving.
    @inline(__always)
    func hasRoom(for added: Int) -> Bool { added <= capacity &- count }

    /// Counts in as many elements as room was made for, all of which are written.
    @inlinable
    @inline(__always)
    mutating func append(count added: Int, initializedBy body: (UnsafeMutablePointer<Element>) -> Void) {
        if added > capacity &- count { reserve(added) }
        unsafe body(start + count)
        count &+= added
    }

    /// Moves to heap memory of at least twice the size, so that growth costs a constant for each element.
    @inline(never)
    @usableFromInline
    mutating func reserve(_ added: Int) {
        let larger = max(capacity * 2, count + added, heapCapacity)
        let moved = UnsafeMutablePointer<Element>.allocate(capacity: larger)
        unsafe moved.initialize(from: start, count: count)
        if isOnHeap { unsafe start.deallocate() }
        unsafe start = moved
        capacity = larger
        isOnHeap = true
    }
}
