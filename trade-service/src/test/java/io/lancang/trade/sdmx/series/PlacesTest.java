package io.lancang.trade.sdmx.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lancang.kit.export.SendingConfig;
import io.lancang.trade.sdmx.request.Problem;
import io.lancang.trade.sdmx.request.SdmxException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** One answer at a time. */
class PlacesTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    private final Places places = new Places(new OneAtATime());

    private record OneAtATime() implements SendingConfig {
        @Override
        public int atOnce() {
            return 1;
        }

        @Override
        public Duration patience() {
            return SOON;
        }

        @Override
        public Duration measuring() {
            return SOON;
        }
    }

    private void take(Supplier<Uni<Void>> answer) {
        places.take("products", "", answer).await().atMost(SOON);
    }

    private static Uni<Void> answer() {
        return Uni.createFrom().voidItem();
    }

    @Test
    void areFreeAgainAfterAnAnswer() {
        take(PlacesTest::answer);

        take(PlacesTest::answer);
    }

    @Test
    void areFreeAgainAfterAnAnswerThatFailed() {
        assertThrows(
                IllegalStateException.class,
                () -> take(() -> Uni.createFrom().failure(new IllegalStateException("The database is gone"))));

        take(PlacesTest::answer);
    }

    @Test
    void areTakenUntilTheClientLeaves() {
        Cancellable first = places.take("products", "", () -> Uni.createFrom().nothing())
                .subscribe()
                .with(done -> {}, failure -> {});
        SdmxException refusal = assertThrows(SdmxException.class, () -> take(PlacesTest::answer));
        first.cancel();

        assertEquals(Problem.UNAVAILABLE, refusal.problem());
        take(PlacesTest::answer);
    }
}
