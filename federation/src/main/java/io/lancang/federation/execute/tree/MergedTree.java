package io.lancang.federation.execute.tree;

import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The values of one request. All objects and lists lie in one array of {@code long}: an object is one {@linkplain Value
 * value} per slot of its {@link Shape}, beginning at its address; a list is its length and then its elements. Leaves are
 * ranges of the subgraphs' bytes. Nothing is ever freed; the tree lives as long as its request.
 *
 * <p>Not thread-safe: it belongs to whoever runs the request at the moment.
 */
public final class MergedTree {
    private long[] cells;
    private int used;
    private byte[][] buffers = new byte[4][];
    private int bufferCount;
    private @Nullable Window window;

    /** What is visited of the tree: of some lists only the end, and that only on some paths. */
    private record Window(ShortenedLists lists, Set<TreePath> paths) {}

    /**
     * @param capacity the number of cells to begin with; what an earlier request for the same plan used is a good guess
     */
    public MergedTree(int capacity) {
        cells = new long[Math.max(capacity, 16)];
    }

    /**
     * From now on only those objects are visited that are behind the beginnings of lists.
     *
     * @param paths through the lists; others lead to nothing
     */
    public void visitOnly(ShortenedLists lists, Set<TreePath> paths) {
        window = new Window(lists, paths);
    }

    /** Whether objects at the end of a path are visited. */
    boolean visits(TreePath path) {
        return window == null || window.paths().contains(path);
    }

    /** The first element of a list that is visited. */
    int firstVisited(int list) {
        return window == null ? 0 : window.lists().start(list);
    }

    /** The number of cells in use. */
    public int used() {
        return used;
    }

    /** Forgets everything that was allocated since {@link #used()} had this value. */
    public void release(int mark) {
        Arrays.fill(cells, mark, used, Value.ABSENT);
        used = mark;
    }

    /** Takes over bytes that leaves will point into; they must not change from now on. Returns their number. */
    public int addBuffer(byte[] bytes) {
        if (bufferCount == buffers.length) {
            buffers = Arrays.copyOf(buffers, bufferCount * 2);
        }
        buffers[bufferCount] = bytes;
        return bufferCount++;
    }

    /** The address of a new object all of whose slots are absent. */
    public int allocate(int width) {
        int address = used;
        ensure(width);
        used += width;
        return address;
    }

    /** A new list with the elements in a range of an array. */
    public long list(long[] elements, int from, int to) {
        int length = to - from;
        int address = allocate(1 + length);
        cells[address] = length;
        System.arraycopy(elements, from, cells, address + 1, length);
        return Value.list(address);
    }

    /** A new leaf: the bytes of a JSON value. */
    public long leaf(int buffer, int from, int to) {
        int length = to - from;
        if (Value.fitsLeaf(buffer, from, length)) {
            return Value.leaf(buffer, from, length);
        }
        int address = allocate(3);
        cells[address] = buffer;
        cells[address + 1] = from;
        cells[address + 2] = length;
        return Value.wideLeaf(address);
    }

    public long get(int cell) {
        return cells[cell];
    }

    public void set(int cell, long value) {
        cells[cell] = value;
    }

    public int listLength(int address) {
        return (int) cells[address];
    }

    public long element(int address, int index) {
        return cells[address + 1 + index];
    }

    public void setElement(int address, int index, long value) {
        cells[address + 1 + index] = value;
    }

    /** Number of the buffer that a leaf points into. */
    public int bufferOf(long leaf) {
        return Value.isWide(leaf) ? (int) cells[Value.address(leaf)] : Value.leafBuffer(leaf);
    }

    public byte[] buffer(int number) {
        return buffers[number];
    }

    /** Where a leaf begins in its buffer. */
    public int from(long leaf) {
        return Value.isWide(leaf) ? (int) cells[Value.address(leaf) + 1] : Value.leafFrom(leaf);
    }

    /** How many bytes a leaf has, quotes included. */
    public int length(long leaf) {
        return Value.isWide(leaf) ? (int) cells[Value.address(leaf) + 2] : Value.leafLength(leaf);
    }

    private void ensure(int count) {
        if (cells.length - used < count) {
            cells = Arrays.copyOf(cells, Math.max(cells.length * 2, Math.addExact(used, count)));
        }
    }
}
