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

    /** A migration made it once; what is there cannot be created again, but replaced. */
    @Test
    void makesADefinitionAnew() {
        String text = "select 1;\ncreate  view v as select 2 where a >= b;\nselect 3;";
        Edit.InDefinition edit = new Edit.InDefinition(10, 50, new Edit.Span(45, 47, ">"));

        assertEquals("create or replace view v as select 2 where a >= b;", edit.definition(text));
        assertEquals("create or replace view v as select 2 where a > b;", edit.faulty(text));
        assertEquals("select 1;\ncreate  view v as select 2 where a > b;\nselect 3;", edit.applyTo(text));
    }

    @Test
    void makesAnewWhatWasMadeToBeReplaced() {
        Edit.InDefinition edit = new Edit.InDefinition(0, 37, new Edit.Span(35, 36, "2"));

        assertEquals("create or replace view v as select 2;", edit.faulty("create or replace view v as select 1;"));
    }

    @Test
    void refusesAChangeOutsideItsDefinition() {
        assertThrows(IllegalArgumentException.class, () -> new Edit.InDefinition(10, 20, new Edit.Span(19, 21, "")));
    }
}
