package io.lancang.mutation.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BlockTest {
    @Test
    void readsNamesValuesAndLines() {
        assertEquals(
                List.of(
                        new Block(
                                "one",
                                Map.of("file", "A.java", "why", "a reason that goes on"),
                                List.of("a(b: c);", ""),
                                List.of("    b();", "")),
                        new Block("two", Map.of(), List.of(), List.of())),
                Block.parse("""
                        A comment: of any form.

                        ## one
                        file: A.java
                        why: a reason
                          that goes on
                        -     a(b: c);
                        -
                        +     b();
                        +

                        ## two
                        """));
    }

    @Test
    void refusesALineThatSaysNothing() {
        assertEquals(
                "line 2 of \"one\" is neither \"key: value\" nor a line with - or +: what is this",
                assertThrows(IllegalArgumentException.class, () -> Block.parse("## one\nwhat is this\n"))
                        .getMessage());
    }

    @Test
    void saysWhatIsMissing() {
        Block block = Block.parse("## one\n").getFirst();

        assertEquals(
                "\"one\" has no line \"why: ...\"",
                assertThrows(IllegalArgumentException.class, () -> block.need("why"))
                        .getMessage());
    }
}
