package io.lancang.corridor.ground.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.corridor.ground.history.NetworkStateRepository;
import io.lancang.kit.error.ErrorCode;
import io.lancang.kit.error.ServiceException;
import io.lancang.kit.fixture.Eventually;
import io.lancang.kit.fixture.PostgresResource;
import io.lancang.kit.fixture.Readiness;
import io.lancang.kit.history.Vantage;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.net.URI;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Networks where there is room for one and not for two. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class NetworksTest {
    private static final LocalDate PAST = LocalDate.of(2020, 1, 1);

    @TestHTTPResource(value = "/health/ready", management = true)
    @SuppressWarnings("NullAway.Init") // injected
    URI ready;

    @Inject
    @SuppressWarnings("NullAway.Init") // injected
    NetworkStateRepository states;

    @Inject
    @SuppressWarnings("NullAway.Init") // injected
    NetworkRepository reader;

    @Inject
    @SuppressWarnings("NullAway.Init") // injected
    Pool pool;

    @SuppressWarnings("NullAway.Init") // made before each test
    private Networks networks;

    @BeforeEach
    void makeRoomForOne() {
        Readiness.await(ready);
        networks = new Networks(states, reader, roomForOne());
    }

    private NetworkConfig roomForOne() {
        long one =
                reader.size(Vantage.PRESENT).await().atMost(Eventually.PATIENCE).memory();
        return () -> new MemorySize(BigInteger.valueOf(one + one / 2));
    }

    @Test
    void anAnswerThatFailsGivesItsNetworkBack() {
        Uni<Object> failing = networks.with(null, Vantage.PRESENT, network -> {
            throw new ArithmeticException("asked for");
        });
        assertThrows(ArithmeticException.class, () -> failing.await().atMost(Eventually.PATIENCE));

        assertTrue(
                networks.with(PAST, Vantage.PRESENT, network -> Uni.createFrom().item(network.size()))
                                .await()
                                .atMost(Eventually.PATIENCE)
                        > 0,
                "the network of now is in nobody's way");
    }

    @Test
    void aClientThatLeavesGivesItsNetworkBack() throws Exception {
        CompletableFuture<Integer> inUse = new CompletableFuture<>();
        Cancellable leaving = networks.with(null, Vantage.PRESENT, network -> {
                    inUse.complete(network.size());
                    return Uni.createFrom().nothing();
                })
                .subscribe()
                .with(never -> {}, inUse::completeExceptionally);
        assertTrue(inUse.get(Eventually.PATIENCE.toSeconds(), TimeUnit.SECONDS) > 0);

        leaving.cancel();

        assertTrue(
                networks.with(PAST, Vantage.PRESENT, network -> Uni.createFrom().item(network.size()))
                                .await()
                                .atMost(Eventually.PATIENCE)
                        > 0,
                "the network of now is in nobody's way");
    }

    @Test
    void aClientThatLeavesWhileItsNetworkIsTakenGivesItBack() {
        CompletableFuture<Cancellable> leaving = new CompletableFuture<>();
        CompletableFuture<Void> left = new CompletableFuture<>();
        NetworkRepository leftWhenRead = new NetworkRepository(pool) {
            @Override
            Uni<Network> read(@Nullable Day day, Vantage seen, long most) {
                if (day == null) {
                    leaving.join().cancel();
                    left.complete(null);
                }
                return super.read(day, seen, most);
            }
        };
        networks = new Networks(states, leftWhenRead, roomForOne());
        leaving.complete(
                networks.with(null, Vantage.PRESENT, network -> Uni.createFrom().item(network.size()))
                        .subscribe()
                        .with(never -> {}, left::completeExceptionally));
        left.orTimeout(Eventually.PATIENCE.toSeconds(), TimeUnit.SECONDS).join();

        Eventually.holds(
                "the network of now is in nobody's way",
                () -> networks.with(
                                        PAST,
                                        Vantage.PRESENT,
                                        network -> Uni.createFrom().item(network.size()))
                                .onFailure(ServiceException.class)
                                .recoverWithItem(0)
                                .await()
                                .atMost(Eventually.PATIENCE)
                        > 0);
    }

    @Test
    void aReadingThatFailedIsForgottenAndTheNextClientReadsAgain() {
        AtomicInteger readings = new AtomicInteger();
        NetworkRepository failingOnce = new NetworkRepository(pool) {
            @Override
            Uni<Network> read(@Nullable Day day, Vantage seen, long most) {
                return readings.getAndIncrement() == 0
                        ? Uni.createFrom().failure(() -> new ArithmeticException("asked for"))
                        : super.read(day, seen, most);
            }
        };
        networks = new Networks(states, failingOnce, () -> new MemorySize(BigInteger.valueOf(48L << 20)));
        Uni<Integer> places =
                networks.with(null, Vantage.PRESENT, network -> Uni.createFrom().item(network.size()));

        assertThrows(ArithmeticException.class, () -> places.await().atMost(Eventually.PATIENCE));
        assertTrue(places.await().atMost(Eventually.PATIENCE) > 0);
        assertEquals(2, readings.get());
    }

    @Test
    void aNetworkThatIsInUseIsNotDroppedForAnother() {
        Uni<Object> both = networks.with(
                null,
                Vantage.PRESENT,
                network -> networks.with(
                        PAST, Vantage.PRESENT, other -> Uni.createFrom().item(other)));

        ServiceException refused =
                assertThrows(ServiceException.class, () -> both.await().atMost(Eventually.PATIENCE));
        assertEquals(ErrorCode.UNAVAILABLE, refused.code());
    }
}
