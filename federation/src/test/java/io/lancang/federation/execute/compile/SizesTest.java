package io.lancang.federation.execute.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SizesTest {
    private final Sizes sizes = new Sizes();

    @Test
    void beginsWithAThousandOfEach() {
        assertEquals(1_024, sizes.cells());
        assertEquals(1_024, sizes.bytes());
    }

    @Test
    void keepsCellsAndBytesApart() {
        sizes.note(10_000, 90_000);

        assertEquals(10_000, sizes.cells());
        assertEquals(90_000, sizes.bytes());
    }
}
