package io.lancang.federation.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CacheOptionsTest {
    /** An eighth, a quarter, a quarter, and the rest, in which is what cannot be divided. */
    @Test
    void divideAllBytesAmongWhatIsRemembered() {
        CacheOptions options = new CacheOptions(1_603);

        assertEquals(200, options.documents());
        assertEquals(400, options.operations());
        assertEquals(400, options.introspection());
        assertEquals(603, options.plans());
    }
}
