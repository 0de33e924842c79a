package io.lancang.federation.execute.tree;

import static io.lancang.federation.json.JsonScanner.skipSpace;
import static io.lancang.federation.json.JsonScanner.skipToken;
import static io.lancang.federation.json.JsonScanner.skipValue;
import static io.lancang.federation.json.JsonStrings.skipString;

import io.lancang.federation.json.JsonScanner;
import io.lancang.federation.json.KeyTable;
import io.lancang.federation.json.MalformedJsonException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a subgraph's answer into new objects of the merged tree, in one pass and without a string. Keys are expected in the
 * order of the selections, which is what GraphQL prescribes; others are found by their hash, and unknown ones are skipped.
 * Where objects are expected but something else stands, that becomes a leaf, and whoever looks at it there knows that it is
 * wrong.
 *
 * <p>Not thread-safe; good for one answer.
 */
public final class AnswerReader {
    private static final KeyTable ENVELOPE = new KeyTable(List.of("data", "errors"));
    private static final int DATA = 0;
    private static final int ERRORS = 1;

    private final MergedTree tree;
    private final byte[] json;
    private final int buffer;
    private int position;
    /** Elements of the lists that are being read, the innermost on top. */
    private long[] stack = new long[32];

    private int stackSize;

    public AnswerReader(MergedTree tree, byte[] json) {
        this.tree = tree;
        this.json = json;
        this.buffer = tree.addBuffer(json);
    }

    /**
     * Reads the whole answer.
     *
     * @throws MalformedJsonException if it is not JSON from beginning to end or no object; the tree then holds nothing of it
     */
    public Answer read(ObjectReader reader) throws MalformedJsonException {
        int mark = tree.used();
        try {
            return readEnvelope(reader);
        } catch (MalformedJsonException malformed) {
            tree.release(mark);
            throw malformed;
        }
    }

    /**
     * A subgraph's answer.
     *
     * @param data the value of {@code data}
     * @param errors the value of {@code errors}
     */
    public record Answer(long data, long errors) {}

    private Answer readEnvelope(ObjectReader reader) throws MalformedJsonException {
        long data = Value.ABSENT;
        long errors = Value.ABSENT;
        position = skipToken(json, 0, '{');
        boolean more = enter('}');
        while (more) {
            switch (readKey(ENVELOPE, DATA)) {
                case DATA -> data = readValue(reader, JsonScanner.MAXIMUM_DEPTH);
                case ERRORS -> errors = readLeaf();
                default -> position = skipValue(json, position);
            }
            more = proceed('}');
        }
        if (skipSpace(json, position) < json.length) {
            throw new MalformedJsonException("more than one value", position);
        }
        return new Answer(data, errors);
    }

    private long readValue(@Nullable ObjectReader reader, int depth) throws MalformedJsonException {
        if (reader == null || position >= json.length) {
            return readLeaf();
        }
        return switch (json[position]) {
            case '{' -> readObject(reader, depth);
            case '[' -> readList(reader, depth);
            default -> readLeaf();
        };
    }

    private long readObject(ObjectReader reader, int depth) throws MalformedJsonException {
        deeper(depth);
        int address = tree.allocate(reader.width());
        int expected = 0;
        position++;
        boolean more = enter('}');
        while (more) {
            int key = readKey(reader.keys(), expected);
            if (key == KeyTable.MISSING) {
                position = skipValue(json, position);
            } else {
                tree.set(address + reader.slot(key), readValue(reader.child(key), depth - 1));
                expected = key + 1;
            }
            more = proceed('}');
        }
        return Value.object(address);
    }

    private long readList(ObjectReader reader, int depth) throws MalformedJsonException {
        deeper(depth);
        int bottom = stackSize;
        position++;
        boolean more = enter(']');
        while (more) {
            push(readValue(reader, depth - 1));
            more = proceed(']');
        }
        long list = tree.list(stack, bottom, stackSize);
        stackSize = bottom;
        return list;
    }

    private long readLeaf() throws MalformedJsonException {
        int from = position;
        position = skipValue(json, from);
        return json[from] == 'n' ? Value.NULL : tree.leaf(buffer, from, position);
    }

    /** Reads a key and its colon; the position is then that of the value. */
    private int readKey(KeyTable keys, int expected) throws MalformedJsonException {
        int behind = keys.skip(json, position, expected);
        if (behind != KeyTable.MISSING) {
            position = skipSpace(json, behind);
            return expected;
        }
        int from = position + 1;
        position = skipString(json, position);
        int key = keys.find(json, from, position - 1, expected);
        position = skipSpace(json, skipToken(json, position, ':'));
        return key;
    }

    /** Whether a container, behind whose opening bracket the position is, has a first part. */
    private boolean enter(char end) {
        position = skipSpace(json, position);
        if (position < json.length && json[position] == end) {
            position++;
            return false;
        }
        return true;
    }

    /** Whether a container has a further part; the position is then that part's. */
    private boolean proceed(char end) throws MalformedJsonException {
        position = skipSpace(json, position);
        if (position < json.length && json[position] == end) {
            position++;
            return false;
        }
        position = skipSpace(json, skipToken(json, position, ','));
        return true;
    }

    private void deeper(int depth) throws MalformedJsonException {
        if (depth == 0) {
            throw new MalformedJsonException("more than " + JsonScanner.MAXIMUM_DEPTH + " levels", position);
        }
    }

    private void push(long value) {
        if (stackSize == stack.length) {
            stack = Arrays.copyOf(stack, stackSize * 2);
        }
        stack[stackSize++] = value;
    }
}
