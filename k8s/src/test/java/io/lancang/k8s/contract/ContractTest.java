package io.lancang.k8s.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.k8s.manifest.Home;
import io.lancang.k8s.manifest.Manifest;
import io.lancang.k8s.manifest.ManifestSet;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The manifests say of the applications what the applications say of themselves. */
class ContractTest {
    private static final String CONTAINER = "/spec/template/spec/containers/0";

    /** Rendered once, and within a test: where kustomize is missing, tests are skipped. */
    private static ManifestSet prod() {
        return ManifestSet.render("overlays/prod");
    }

    static Stream<BuiltApplication> applications() {
        return BuiltApplication.all();
    }

    // --- environment variables -------------------------------------------------------------------------------------

    @ParameterizedTest
    @MethodSource("applications")
    void setsOnlyKeysThatTheApplicationHas(BuiltApplication application) {
        Set<String> keys = application.configuration().keySet();

        List<String> unknown = ManifestSet.overlays()
                .map(ManifestSet::render)
                .flatMap(set -> Stream.concat(set.ofKind("Deployment"), set.ofKind("Job")))
                .filter(workload -> isOf(workload, application))
                .flatMap(workload -> Environment.unknown(workload, keys).stream())
                .toList();

        assertEquals(List.of(), unknown);
    }

    @Test
    void catchesAVariableThatSetsNothing() {
        BuiltApplication gateway = new BuiltApplication("gateway");
        Manifest broken = prod().with(
                        "Deployment",
                        "gateway",
                        CONTAINER + "/env/-",
                        "{\"name\":\"LANCANG_GATEWAY_SUPERGRAF\",\"value\":\"x\"}")
                .get("Deployment", "gateway");

        assertEquals(
                List.of("LANCANG_GATEWAY_SUPERGRAF"),
                Environment.unknown(broken, gateway.configuration().keySet()));
    }

    @Test
    void catchesAVariableThatTheBuildHasFixed() {
        BuiltApplication trade = new BuiltApplication("trade-service");
        Manifest broken = prod().with(
                        "Deployment",
                        "trade-service",
                        CONTAINER + "/env/-",
                        "{\"name\":\"QUARKUS_MANAGEMENT_ENABLED\",\"value\":\"false\"}")
                .get("Deployment", "trade-service");

        assertEquals(
                List.of("QUARKUS_MANAGEMENT_ENABLED"),
                Environment.unknown(broken, trade.configuration().keySet()));
    }

    // --- graceful shutdown -----------------------------------------------------------------------------------------

    @ParameterizedTest
    @MethodSource("applications")
    void givesPodsTheTimeToFinishWhatTheyDo(BuiltApplication application) {
        assertEquals(List.of(), shutdownProblems(application, application.deployment(prod())));
    }

    @Test
    void catchesAPodThatIsKilledTooEarly() {
        BuiltApplication gateway = new BuiltApplication("gateway");
        Manifest broken = prod().with(
                        "Deployment", "gateway", "/spec/template/spec/terminationGracePeriodSeconds", "40")
                .get("Deployment", "gateway");

        assertEquals(1, shutdownProblems(gateway, broken).size());
    }

    @Test
    void catchesAShutdownThatIsShorterThanARequest() {
        BuiltApplication gateway = new BuiltApplication("gateway");
        Manifest broken = prod().with(
                        "Deployment",
                        "gateway",
                        CONTAINER + "/env/-",
                        "{\"name\":\"LANCANG_GATEWAY_LIMITS_DEADLINE\",\"value\":\"60s\"}")
                .get("Deployment", "gateway");

        assertEquals(1, shutdownProblems(gateway, broken).size());
    }

    private static List<String> shutdownProblems(BuiltApplication application, Manifest deployment) {
        Map<String, String> configuration = application.configuration();
        Duration delay = duration(Environment.value(deployment, "quarkus.shutdown.delay", configuration));
        Duration timeout = duration(Environment.value(deployment, "quarkus.shutdown.timeout", configuration));
        Duration grace = Duration.ofSeconds(deployment
                .at("/spec/template/spec/terminationGracePeriodSeconds")
                .asLong());
        Duration deadline = longestRequest(application, deployment);
        List<String> problems = new ArrayList<>();
        if (timeout.compareTo(deadline) <= 0) {
            problems.add("a request may take " + deadline + ", the shutdown waits " + timeout);
        }
        if (grace.compareTo(delay.plus(timeout)) <= 0) {
            problems.add("the pod is killed after " + grace + ", its shutdown takes " + delay.plus(timeout));
        }
        if (!delay.isPositive()) {
            problems.add("the pod does not wait until load balancers have taken it out");
        }
        return problems;
    }

    /** The gateway has a deadline for clients; a subgraph is waited for as long as the gateway waits for it. */
    private static Duration longestRequest(BuiltApplication application, Manifest deployment) {
        BuiltApplication gateway = new BuiltApplication("gateway");
        return application.equals(gateway)
                ? duration(Environment.value(deployment, "lancang.gateway.limits.deadline", gateway.configuration()))
                : duration(Environment.value(
                        gateway.deployment(prod()), "lancang.gateway.traffic.timeout", gateway.configuration()));
    }

    private static Duration duration(String text) {
        return Duration.parse("PT" + text);
    }

    // --- quarkus-kubernetes ----------------------------------------------------------------------------------------

    @ParameterizedTest
    @MethodSource("applications")
    void agreesWithWhatTheBuildGenerates(BuiltApplication application) {
        Differences differences = new Differences(application.generated(), application.deployment(prod()));

        assertEquals(List.of(), differences.all());
    }

    @Test
    void catchesAPortAProbeAKeyAndANameThatDiffer() {
        Manifest broken = prod().with("Deployment", "trade-service", CONTAINER + "/ports/0/containerPort", "8080")
                .with("Deployment", "trade-service", CONTAINER + "/livenessProbe/httpGet/path", "\"/health\"")
                .with("Deployment", "trade-service", CONTAINER + "/env/2/name", "\"DATABASE_HOST\"")
                .with("Deployment", "trade-service", CONTAINER + "/name", "\"trade\"")
                .with("Deployment", "trade-service", CONTAINER + "/image", "\"lancang/trade:1.0.0\"")
                .get("Deployment", "trade-service");

        Differences differences = new Differences(new BuiltApplication("trade-service").generated(), broken);

        assertEquals(5, differences.all().size(), differences.all()::toString);
    }

    @ParameterizedTest
    @MethodSource("applications")
    void isReachedAndWatchedAsTheBuildGenerates(BuiltApplication application) {
        Exposure exposure = new Exposure(application.generatedSet(), prod(), application.name());

        assertEquals(List.of(), exposure.unexplained());
        assertEquals(Exposure.EXPLAINED.size(), exposure.explained().size(), "a reason explains nothing any more");
    }

    @Test
    void catchesAServiceAndAMonitorThatDiffer() {
        ManifestSet broken = prod().with("Service", "trade-service", "/spec/type", "\"NodePort\"")
                .with("Service", "trade-service", "/spec/ports/0/targetPort", "\"management\"")
                .with("Service", "trade-service", "/spec/selector/app.kubernetes.io~1name", "\"trade\"")
                .with("PodMonitor", "trade-service", "/spec/podMetricsEndpoints/0/path", "\"/metrics\"")
                .with("PodMonitor", "trade-service", "/spec/podMetricsEndpoints/0/port", "\"http\"");

        Exposure exposure = new Exposure(new BuiltApplication("trade-service").generatedSet(), broken, "trade-service");

        assertEquals(6, exposure.unexplained().size(), exposure.unexplained()::toString);
    }

    // --- the supergraph --------------------------------------------------------------------------------------------

    @Test
    void shipsTheComposedSupergraph() throws IOException {
        String name = prod().get("Deployment", "gateway").text("/spec/template/spec/volumes/0/configMap/name");

        assertEquals(
                Files.readString(Home.repository().resolve("standalone/supergraph.graphql")),
                prod().get("ConfigMap", name).text("/data/supergraph.graphql"));
    }

    @Test
    void rollsTheGatewayWhenTheSupergraphChanges() {
        String name = prod().get("Deployment", "gateway").text("/spec/template/spec/volumes/0/configMap/name");

        assertTrue(name.matches("gateway-supergraph-[a-z0-9]{10}"), name);
        assertTrue(prod().get("ConfigMap", name).at("/immutable").asBoolean());
    }

    // --- the version -----------------------------------------------------------------------------------------------

    @ParameterizedTest
    @MethodSource("applications")
    void deploysTheVersionThatIsBuiltHere(BuiltApplication application) {
        String version = System.getProperty("lancang.version", "").replace("-SNAPSHOT", "");

        assertEquals(
                "lancang/" + application.name() + ":" + version,
                application.deployment(prod()).text(CONTAINER + "/image"));
    }

    private static boolean isOf(Manifest workload, BuiltApplication application) {
        return workload.text("/spec/template/spec/containers/0/image")
                .matches(".*lancang/" + application.name() + "[:@].*");
    }
}
