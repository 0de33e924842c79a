package io.lancang.kit.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class MeasureTest {
    @Test
    void countsAllPieces() {
        Measure measure = new Measure(Duration.ofHours(1));

        assertTrue(measure.apply(Buffer.buffer("abc")).result());
        assertTrue(measure.apply(Buffer.buffer("de")).result());
        assertEquals(OptionalLong.of(5), measure.size());
    }

    @Test
    void knowsNoSizeWhenItsTimeIsUp() {
        Measure measure = new Measure(Duration.ofSeconds(-1));

        assertFalse(measure.apply(Buffer.buffer("abc")).result());
        assertEquals(OptionalLong.empty(), measure.size());
    }
}
