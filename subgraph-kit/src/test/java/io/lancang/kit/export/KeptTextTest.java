package io.lancang.kit.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.data.Numeric;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeptTextTest {
    private final List<String> written = new ArrayList<>();
    private final KeptText kept = new KeptText(this::write);

    private String write(@Nullable Object value) {
        String text = value instanceof Number number ? Numbers.plain(number) : "" + value;
        written.add(text);
        return text;
    }

    /** A text that is equal, and no other object, is what a client of the database gives. */
    @Test
    void writesOnceWhatComesAgain() {
        assertEquals("LAO", kept.of("LAO"));
        assertEquals("LAO", kept.of(String.valueOf(new char[] {'L', 'A', 'O'})));
        assertEquals("7", kept.of(7));
        assertEquals("7", kept.of(7));

        assertEquals(List.of("null", "LAO", "7"), written);
    }

    @Test
    void saysWhatIsNotKnownBetweenWhatIs() {
        assertEquals("null", kept.of(null));
        assertEquals("LAO", kept.of("LAO"));
        assertEquals("null", kept.of(null));
        assertEquals("LAO", kept.of("LAO"));
    }

    @Test
    void writesEqualDecimalsEachWithItsDigits() {
        assertEquals("1.5", kept.of(Numeric.parse("1.5")));
        assertEquals("1.50", kept.of(Numeric.parse("1.50")));
        assertEquals("1.5", kept.of(Numeric.parse("1.5")));
    }

    @Test
    void writesEqualObjectsEachInItsOrder() {
        assertEquals("{\"a\":1,\"b\":2}", kept.of(new JsonObject("{\"a\":1,\"b\":2}")));
        assertEquals("{\"b\":2,\"a\":1}", kept.of(new JsonObject("{\"b\":2,\"a\":1}")));
    }
}
