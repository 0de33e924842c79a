package io.lancang.federation.operation;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class StreamedListTest {
    @Test
    void isWithinAListThatItsPathLeadsThrough() {
        assertTrue(at("lines", "stops").isWithin(at("lines")));
        assertTrue(at("lines", "stops", "parts").isWithin(at("lines")));
    }

    @Test
    void isWithinNeitherItselfNorAnotherOrOneBelow() {
        assertFalse(at("lines", "stops").isWithin(at("lines", "stops")));
        assertFalse(at("lines", "stops").isWithin(at("ports")));
        assertFalse(at("lines").isWithin(at("lines", "stops")));
    }

    private static StreamedList at(String... path) {
        return new StreamedList(List.of(path), null, null, 0, null);
    }
}
