package io.lancang.standalone;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The whole set, started as {@code ./lancang up} starts it, with one compiler instead of two. Where the system property {@code lancang.gateway} gives the
 * address of a gateway that runs already, in containers or in a cluster, that one is asked.
 */
final class RunningSet implements BeforeAllCallback, AfterAllCallback {
    private static final Path HOME = Path.of(System.getProperty("lancang.home"));
    private static final @Nullable String ELSEWHERE = System.getProperty("lancang.gateway");

    /** Started for the first class that asks it, and stopped when the last has ended. */
    private static @Nullable LancangSet shared;

    /** As that one, until a class breaks it. */
    private static @Nullable LancangSet changed;

    private final Kind kind;
    private @Nullable LancangSet set;

    /** What a class does to its set. */
    private enum Kind {
        SHARED,
        CHANGED,
        BROKEN
    }

    private RunningSet(Kind kind) {
        this.kind = kind;
    }

    /** One set for all classes that only ask, or withdraw what they load. It knows nothing but what ships. */
    static RunningSet shared() {
        return new RunningSet(Kind.SHARED);
    }

    /** Another one, for classes that leave datasets behind or hold up everybody who asks. */
    static RunningSet changed() {
        return new RunningSet(Kind.CHANGED);
    }

    /** One for a class that stops parts of it, whose gateway keeps no answers yet that would stand for those of a service. */
    static RunningSet broken() {
        return new RunningSet(Kind.BROKEN);
    }

    static Path home() {
        return HOME;
    }

    /** Where the data of sets are that classes change or break. They are kept from class to class. */
    static Path changedData() {
        return data("changed");
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        if (ELSEWHERE == null) {
            set = switch (kind) {
                case SHARED -> startShared();
                case CHANGED -> startChanged();
                case BROKEN -> startToBreak();
            };
        }
    }

    private static LancangSet startShared() throws StandaloneException, InterruptedException {
        if (shared == null) {
            shared = startUntilTheEnd(data("shared"));
        }
        return shared;
    }

    /** The set that classes change, which goes on. */
    static LancangSet startChanged() throws StandaloneException, InterruptedException {
        if (changed == null) {
            changed = startUntilTheEnd(changedData());
        }
        return changed;
    }

    /** The set that classes change, for one that will close it: none has it afterwards. */
    static LancangSet takeChanged() throws StandaloneException, InterruptedException {
        LancangSet taken = startChanged();
        changed = null;
        return taken;
    }

    private static LancangSet startToBreak() throws StandaloneException, InterruptedException {
        freeChangedData();
        return start(changedData());
    }

    /** Sees to it that there are data which no set runs on. */
    static void freeChangedData() throws StandaloneException, InterruptedException {
        if (changed != null) {
            takeChanged().close();
        }
        PreparedData.into(changedData());
    }

    /** A set that is closed for the second time does nothing. */
    private static LancangSet startUntilTheEnd(Path data) throws StandaloneException, InterruptedException {
        LancangSet started = start(data);
        Runtime.getRuntime().addShutdownHook(new Thread(started::close));
        return started;
    }

    /** Processes that run tests side by side have folders of their own. */
    private static Path data(String name) {
        return HOME.resolve("standalone/target/" + name + "-data-of-" + System.getProperty("lancang.fork"));
    }

    /** On the data that are left in a folder, or on a copy of what every set has. */
    private static LancangSet start(Path data) throws StandaloneException, InterruptedException {
        PreparedData.into(data);
        LancangSet started = LancangSet.start(
                new Options(0, data, Options.Start.KEEP),
                HOME,
                new Progress(System.out, InstantSource.system()),
                LocalSteward.make(Instant.now()),
                QuickLaunch.CHOICE);
        AnonymousPlan.lift(started);
        return started;
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (ELSEWHERE == null && kind == Kind.BROKEN) {
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
