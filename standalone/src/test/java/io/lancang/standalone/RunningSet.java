package io.lancang.standalone;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The whole set, started exactly as {@code ./lancang up} starts it. Where the system property {@code lancang.gateway} gives the
 * address of a gateway that runs already, in containers or in a cluster, that one is asked.
 */
final class RunningSet implements BeforeAllCallback, AfterAllCallback {
    private static final Path HOME = Path.of(System.getProperty("lancang.home"));
    private static final @Nullable String ELSEWHERE = System.getProperty("lancang.gateway");

    /** Started for the first class that asks it, and stopped when the last has ended. */
    private static @Nullable LancangSet shared;

    private final boolean isShared;
    private @Nullable LancangSet set;

    private RunningSet(boolean isShared) {
        this.isShared = isShared;
    }

    /** One set for all classes that only ask, or withdraw what they load. It knows nothing but what ships. */
    static RunningSet shared() {
        return new RunningSet(true);
    }

    /** A set for the tests of one class, which may stop parts of it. */
    static RunningSet own() {
        return new RunningSet(false);
    }

    static Path home() {
        return HOME;
    }

    /** Where the data of sets are whose tests are one class. Kept from class to class, so that only the first start loads them. */
    static Path ownData() {
        return data("own");
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        if (ELSEWHERE == null) {
            set = isShared ? startShared() : start(ownData());
        }
    }

    private static LancangSet startShared() throws StandaloneException, InterruptedException {
        if (shared == null) {
            LancangSet started = start(data("shared"));
            Runtime.getRuntime().addShutdownHook(new Thread(started::close));
            shared = started;
        }
        return shared;
    }

    /** Processes that run tests side by side have folders of their own. */
    private static Path data(String name) {
        return HOME.resolve("standalone/target/" + name + "-data-of-" + System.getProperty("lancang.fork"));
    }

    /** Starts a set on the data that are left in a folder, if any. */
    static LancangSet start(Path data) throws StandaloneException, InterruptedException {
        LancangSet started = LancangSet.start(
                new Options(0, data, Options.Start.KEEP), HOME, new Progress(System.out, InstantSource.system()));
        AnonymousPlan.lift(started);
        return started;
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (ELSEWHERE == null && !isShared) {
            running().close();
        }
    }

    LancangSet running() {
        if (set == null) {
            throw new IllegalStateException("the set runs only inside the tests of a class");
        }
        return set;
    }

    /** How many releases of a service the gateway has heard of, and dropped what it kept; until then it may answer as before. */
    double eventsHeard(String service) {
        return new GatewayMetric("lancang_gateway_cache_events_total", "subgraph=\"" + service + "\"")
                .at(running().managementUrl("gateway"));
    }

    /** Asks the gateway, as a web client would, and expects HTTP 200. */
    ValidatableResponse ask(String query) {
        return ask(query, Map.of());
    }

    ValidatableResponse ask(String query, Map<String, ?> variables) {
        return ask(given(), query, variables);
    }

    /** The query plan of an operation, which is not run. */
    ValidatableResponse explain(String operation) {
        return ask(given().header("Lancang-Explain", "plan"), operation, Map.of());
    }

    /** As {@link #ask(String)}, as somebody who has a bearer token. */
    ValidatableResponse askAs(String token, String query) {
        return ask(given().header("authorization", "Bearer " + token), query, Map.of());
    }

    private ValidatableResponse ask(RequestSpecification request, String query, Map<String, ?> variables) {
        return request.contentType("application/json")
                .body(Map.of("query", query, "variables", variables))
                .when()
                .post(ELSEWHERE == null ? running().gatewayUrl() : ELSEWHERE)
                .then()
                .statusCode(200);
    }
}
