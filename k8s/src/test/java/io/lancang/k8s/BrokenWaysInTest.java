package io.lancang.k8s;

import static io.lancang.k8s.Broken.CONTAINER;

import io.lancang.k8s.manifest.ManifestSet;
import io.lancang.k8s.policy.Policy;
import io.lancang.k8s.policy.StewardsGetNoGraph;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Ways in that bring clients to more of a subgraph than the loading of files. */
class BrokenWaysInTest {
    private static final Policy STEWARDS = new StewardsGetNoGraph();

    static Stream<Broken> broken() {
        return Stream.of(
                ofStewards(
                        "HTTPRoute",
                        "trade-service-intake",
                        "/spec/rules/0/filters/0/urlRewrite/path/replacePrefixMatch",
                        "\"/graphql\"",
                        "brings /graphql to trade-service"),
                ofStewards(
                        "HTTPRoute",
                        "trade-service-intake",
                        "/spec/rules/0/filters",
                        "",
                        "brings /intake/trade/releases to trade-service"),
                ofStewards(
                        "HTTPRoute", "trade-service-intake", "/spec/rules/0/matches", "", "brings every path to trade"),
                ofStewards(
                        "HTTPRoute",
                        "gateway",
                        "/spec/rules/0/backendRefs/0/name",
                        "\"corridor-service\"",
                        "brings /graphql to corridor-service"),
                new Broken(
                        STEWARDS,
                        ManifestSet.render("test/overlays/stewards")
                                .with("Deployment", "trade-service", CONTAINER + "env", "[]"),
                        "trade-service has no QUARKUS_OIDC_TENANT_ENABLED"),
                Broken.inOverlay(
                        STEWARDS,
                        "test/overlays/managed",
                        "Ingress",
                        "gateway",
                        "/spec/rules/0/http/paths/0/backend/service/name",
                        "\"trade-service\"",
                        "brings /graphql to trade-service"));
    }

    private static Broken ofStewards(String kind, String name, String pointer, String value, String problem) {
        return Broken.inOverlay(STEWARDS, "test/overlays/stewards", kind, name, pointer, value, problem);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void isCaught(Broken broken) {
        broken.assertCaught();
    }
}
