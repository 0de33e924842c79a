package io.lancang.corridor.ground.network;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lancang.corridor.ground.history.NetworkStateRepository;
import io.lancang.kit.event.ReleaseEvents;
import io.lancang.kit.fixture.Eventually;
import io.lancang.kit.fixture.PostgresResource;
import io.lancang.kit.fixture.Readiness;
import io.lancang.kit.fixture.StatementCount;
import io.lancang.kit.history.Vantage;
import io.lancang.kit.startup.StartupReleases;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The present network is there before anybody asks for it. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@TestSecurity(user = "mei", roles = "steward")
class NetworkRenewalTest {
    private static final String ONE_PLACE = """
            node_id,name_en,name_zh,country_iso2,admin1,kind,unlocode,iata,lat,lon,coord_source,coord_precision,note,source
            renewal-post,Renewal post,,CN,Yunnan,border_crossing,,,21.2,101.7,survey,place,,
            """;

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
    ReleaseEvents releases;

    @Inject
    @SuppressWarnings("NullAway.Init") // injected
    StartupReleases startup;

    @SuppressWarnings("NullAway.Init") // made before each test
    private Networks networks;

    @BeforeEach
    void makeRoom() {
        Readiness.await(ready);
        networks = new Networks(states, reader, () -> new MemorySize(BigInteger.valueOf(48L << 20)));
    }

    @Test
    void isReadAtTheStartAndAfterARelease() {
        List<Integer> read = new CopyOnWriteArrayList<>();
        Cancellable renewals = new NetworkRenewal(networks, releases, startup, () -> true)
                .renewals()
                .subscribe()
                .with(read::add);
        try {
            Eventually.holds("the network of the start was read", () -> !read.isEmpty());
            int atTheStart = read.getFirst();

            String release = load();
            Eventually.holds("the network of the release was read", () -> read.contains(atTheStart + 1));
            assertEquals(1, statementsOfAQuestion(), "the state of the data is asked for, and no network read");

            given().delete("/releases/" + release).then().statusCode(200);
            Eventually.holds("the network without the release was read", () -> read.getLast() == atTheStart);
        } finally {
            renewals.cancel();
        }
    }

    private long statementsOfAQuestion() {
        return new StatementCount()
                .during(() -> networks.with(
                                null,
                                Vantage.PRESENT,
                                network -> Uni.createFrom().item(network.size()))
                        .await()
                        .atMost(Duration.ofSeconds(10)));
    }

    private static String load() {
        return given().contentType("application/octet-stream")
                .body(ONE_PLACE.getBytes(StandardCharsets.UTF_8))
                .post("/releases?fileName=renewal.csv&dataset=locations")
                .then()
                .statusCode(201)
                .extract()
                .path("release");
    }
}
