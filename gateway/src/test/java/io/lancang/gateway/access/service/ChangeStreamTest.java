package io.lancang.gateway.access.service;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.gateway.TestConfig;
import io.lancang.gateway.access.key.Verdict;
import io.vertx.core.Vertx;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A stream whose service has said the last it says, on a clock that only the test moves. */
class ChangeStreamTest {
    private final Vertx vertx = Vertx.vertx();
    private final FakeKeyService service = new FakeKeyService();
    private final AtomicLong nanos = new AtomicLong();
    private final ChangeStream stream = new ChangeStream(
            vertx,
            new KeyService(
                    vertx,
                    service.url(),
                    TestConfig.with(Map.of("keys.service.token", FakeKeyService.TOKEN))
                            .keys()
                            .service(),
                    client -> new Verdict.Bad(Verdict.Reason.KEY_UNKNOWN)),
            new Deaf(),
            nanos::get);

    private static final class Deaf implements ChangeStream.Listener {
        @Override
        public void ready() {}

        @Override
        public void changed(String data) {}

        @Override
        public void broken() {}
    }

    @BeforeEach
    void begin() {
        stream.start();
        await().until(stream::isAlive);
        service.fallSilent();
    }

    @AfterEach
    void end() {
        stream.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
        service.close();
    }

    /** The next look, half a second later, would be too late for whoever asks now. */
    @Test
    void isNotAliveFromTheMomentInWhichItWasSilentForThreeSeconds() {
        nanos.set(SECONDS.toNanos(3));

        assertFalse(stream.isAlive());
    }

    @Test
    void isAliveUntilThen() {
        nanos.set(SECONDS.toNanos(3) - 1);

        assertTrue(stream.isAlive());
    }
}
