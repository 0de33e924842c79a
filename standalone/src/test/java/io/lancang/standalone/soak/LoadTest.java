package io.lancang.standalone.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LoadTest {
    @Test
    void theRateGrowsEvenlyUntilItIsReached() {
        Duration rise = Duration.ofSeconds(60);

        // After a quarter of the time a quarter of the requests.
        assertTrue(Load.isSent(Duration.ofSeconds(15), rise, 0.249));
        assertFalse(Load.isSent(Duration.ofSeconds(15), rise, 0.251));
        assertTrue(Load.isSent(Duration.ofSeconds(60), rise, 0.999));
        assertTrue(Load.isSent(Duration.ZERO, Duration.ZERO, 0.999));
    }

    @Test
    void ofAThousandRequestsEachKindHasItsShare() {
        Map<Kind, Long> sent = IntStream.range(0, 1_000)
                .mapToObj(Load::kind)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

        assertEquals(
                Stream.of(Kind.values())
                        .filter(kind -> kind.ofThousand() > 0)
                        .collect(Collectors.toMap(Function.identity(), kind -> (long) kind.ofThousand())),
                sent);
    }
}
