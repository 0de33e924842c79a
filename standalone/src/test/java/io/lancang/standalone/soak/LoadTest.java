package io.lancang.standalone.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LoadTest {
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
