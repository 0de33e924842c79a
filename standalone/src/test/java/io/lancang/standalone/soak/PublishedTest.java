package io.lancang.standalone.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PublishedTest {
    private static final long SECOND = 1_000_000_000L;

    private final Published published = new Published();

    @Test
    void anAnswerIsAsOldAsTheNumberBehindItWhenItWasAskedFor() {
        published.published(40, 10 * SECOND);
        published.published(41, 20 * SECOND);
        published.published(45, 30 * SECOND);

        assertEquals(List.of(40L, 41L, 45L), published.releases());
        assertEquals(4, published.next());
        assertEquals(Optional.of(Duration.ofSeconds(15)), published.behind(1, 35 * SECOND), "number 2 is missing");
        assertEquals(Optional.of(Duration.ofSeconds(5)), published.behind(2, 35 * SECOND));
        assertEquals(Optional.empty(), published.behind(3, 35 * SECOND));
    }

    @Test
    void anAnswerThatWasAskedForBeforeIsNotOld() {
        published.published(40, 10 * SECOND);

        assertEquals(Optional.empty(), published.behind(0, 9 * SECOND));
    }

    /** The release may be seen before its steward hears of it. */
    @Test
    void anAnswerMayBeAheadOfWhatIsKnown() {
        assertEquals(Optional.empty(), published.behind(1, 9 * SECOND));
    }
}
