package io.lancang.federation.execute.tree;

/**
 * How one value of the merged tree fits into a {@code long}. The lowest three bits are its kind; the rest is, for a leaf,
 * buffer (10 bits), start (29) and length (22), and for an object, a list and a leaf beyond those limits its address in the
 * tree.
 */
public final class Value {
    /** No subgraph has said anything about the field. */
    public static final long ABSENT = 0;
    /** Null, and no error says why. */
    public static final long NULL = 1;
    /** No subgraph has said anything about the field, because of a failure that is reported. */
    public static final long ABSENT_BY_ERROR = 2;
    /** Null because of an error that is reported. */
    public static final long NULL_BY_ERROR = 3;

    private static final int LEAF = 4;
    private static final int WIDE_LEAF = 5;
    private static final int OBJECT = 6;
    private static final int LIST = 7;

    private static final int KIND_BITS = 3;
    private static final int LENGTH_BITS = 22;
    private static final int FROM_BITS = 29;
    private static final int BUFFER_BITS = 10;

    private Value() {}

    public static long object(int address) {
        return (long) address << KIND_BITS | OBJECT;
    }

    public static long list(int address) {
        return (long) address << KIND_BITS | LIST;
    }

    /** Whether there is neither an object nor a list nor a leaf. */
    public static boolean isNothing(long value) {
        return value < LEAF && value >= 0;
    }

    /** Whether the reason why there is nothing is already reported to the client. */
    public static boolean isExplained(long value) {
        return value == ABSENT_BY_ERROR || value == NULL_BY_ERROR;
    }

    public static boolean isAbsent(long value) {
        return value == ABSENT || value == ABSENT_BY_ERROR;
    }

    public static boolean isObject(long value) {
        return kind(value) == OBJECT;
    }

    public static boolean isList(long value) {
        return kind(value) == LIST;
    }

    public static boolean isLeaf(long value) {
        return kind(value) == LEAF || kind(value) == WIDE_LEAF;
    }

    /** Where the slots of an object or the length of a list are. */
    public static int address(long value) {
        return (int) (value >>> KIND_BITS);
    }

    /** The value with its nothing, if it is one, explained by an error. */
    public static long explained(long value) {
        return value == ABSENT ? ABSENT_BY_ERROR : value == NULL ? NULL_BY_ERROR : value;
    }

    static boolean fitsLeaf(int buffer, int from, int length) {
        return buffer < 1 << BUFFER_BITS && from < 1 << FROM_BITS && length < 1 << LENGTH_BITS;
    }

    static long leaf(int buffer, int from, int length) {
        return (((long) buffer << FROM_BITS | from) << LENGTH_BITS | length) << KIND_BITS | LEAF;
    }

    static long wideLeaf(int address) {
        return (long) address << KIND_BITS | WIDE_LEAF;
    }

    static boolean isWide(long leaf) {
        return kind(leaf) == WIDE_LEAF;
    }

    static int leafBuffer(long leaf) {
        return (int) (leaf >>> (KIND_BITS + LENGTH_BITS + FROM_BITS));
    }

    static int leafFrom(long leaf) {
        return (int) (leaf >>> (KIND_BITS + LENGTH_BITS)) & ((1 << FROM_BITS) - 1);
    }

    static int leafLength(long leaf) {
        return (int) (leaf >>> KIND_BITS) & ((1 << LENGTH_BITS) - 1);
    }

    private static int kind(long value) {
        return (int) value & ((1 << KIND_BITS) - 1);
    }
}
