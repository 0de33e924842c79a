package io.lancang.federation.execute.tree;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.federation.json.MalformedJsonException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AnswerReaderTest {
    private static final ObjectReader READER =
            new ObjectReader(3, List.of("a", "b"), new int[] {2, 0}, new @Nullable ObjectReader[2]);

    private final MergedTree tree = new MergedTree(0);

    @Test
    void readsKeysInAnyOrderAndSkipsUnknownOnes() throws MalformedJsonException {
        int object = Value.address(read(" {\"x\":[{}], \"data\" : {\"b\": 7 ,\"z\":{\"a\":1},\"\\u0061\":\"é\"} } "));

        assertEquals("7", text(tree.get(object)));
        assertEquals("\"é\"", text(tree.get(object + 2)));
        assertEquals(Value.ABSENT, tree.get(object + 1));
    }

    @Test
    void leavesNoTraceOfABrokenAnswer() {
        int mark = tree.used();

        assertThrows(MalformedJsonException.class, () -> read("{\"data\":{\"a\":1,\"b\":[1,2}"));

        assertEquals(mark, tree.used());
        int object = tree.allocate(16);
        for (int slot = 0; slot < 16; slot++) {
            assertEquals(Value.ABSENT, tree.get(object + slot));
        }
    }

    @Test
    void keepsLeavesThatAreTooLongForACell() {
        String text = "\"" + "y".repeat(1 << 22) + "\"";
        byte[] bytes = text.getBytes(UTF_8);

        long leaf = tree.leaf(tree.addBuffer(bytes), 0, bytes.length);

        assertTrue(Value.isLeaf(leaf));
        assertEquals(text, text(leaf));
    }

    @Test
    void keepsLeavesOfMoreBuffersThanACellCanNumber() {
        int last = 0;
        for (int number = 0; number < 2000; number++) {
            last = tree.addBuffer(("" + number).getBytes(UTF_8));
        }

        assertEquals("1999", text(tree.leaf(last, 0, 4)));
    }

    private long read(String json) throws MalformedJsonException {
        return new AnswerReader(tree, json.getBytes(UTF_8)).read(READER).data();
    }

    private String text(long leaf) {
        return new String(tree.buffer(tree.bufferOf(leaf)), tree.from(leaf), tree.length(leaf), UTF_8);
    }
}
