package io.lancang.mutation.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class EditTest {
    @Test
    void changesTheOnePlaceWithTheLinesWhateverTheirIndent() {
        Edit edit = new Edit.Lines(List.of("a();", "b();"), List.of("c();"));

        assertEquals("if (x) {\nc();\n}\n", edit.applyTo("if (x) {\n    a();\n    b();\n}\n"));
    }

    @Test
    void refusesAPlaceThatTheFileHasTwiceOrNotAtAll() {
        Edit edit = new Edit.Lines(List.of("a();"), List.of());

        assertEquals(
                "the file has 2 places with these lines, not one: a();",
                assertThrows(IllegalArgumentException.class, () -> edit.applyTo("a();\na();\n"))
                        .getMessage());
        assertEquals(
                "the file has 0 places with these lines, not one: a();",
                assertThrows(IllegalArgumentException.class, () -> edit.applyTo("b();\n"))
                        .getMessage());
    }

    @Test
    void replacesASpan() {
        assertEquals("where a > b", new Edit.Span(8, 10, ">").applyTo("where a >= b"));
    }
}
