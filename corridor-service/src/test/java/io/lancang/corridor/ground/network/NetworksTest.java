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
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.net.URI;
import java.time.LocalDate;
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

    @SuppressWarnings("NullAway.Init") // made before each test
    private Networks networks;

    @BeforeEach
    void makeRoomForOne() {
        Readiness.await(ready);
        long one =
                reader.size(Vantage.PRESENT).await().atMost(Eventually.PATIENCE).memory();
        networks = new Networks(states, reader, () -> new MemorySize(BigInteger.valueOf(one + one / 2)));
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
