package io.lancang.k8s;

import static io.lancang.k8s.Broken.CONTAINER;
import static io.lancang.k8s.Broken.POD;

import io.lancang.k8s.policy.NetworkIsClosed;
import io.lancang.k8s.policy.Policy;
import io.lancang.k8s.policy.ReferencesResolve;
import io.lancang.k8s.policy.SelectorsMatch;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Names, selectors and ports that lead nowhere, and ways that should be closed. */
class BrokenReferencesTest {
    private static final Policy REFERENCES = new ReferencesResolve(Set.of());
    private static final Policy SELECTORS = new SelectorsMatch();
    private static final Policy CLOSED = new NetworkIsClosed();

    static Stream<Broken> broken() {
        return Stream.of(brokenReferences(), brokenSelectors(), brokenNetwork()).flatMap(all -> all);
    }

    private static Stream<Broken> brokenReferences() {
        return Stream.of(
                new Broken(
                        REFERENCES,
                        "Deployment",
                        "gateway",
                        POD + "serviceAccountName",
                        "\"other\"",
                        "there is no ServiceAccount other"),
                new Broken(
                        REFERENCES,
                        "Deployment",
                        "gateway",
                        CONTAINER + "volumeMounts/0/name",
                        "\"other\"",
                        "there is no volume other"),
                new Broken(
                        REFERENCES,
                        "Deployment",
                        "gateway",
                        POD + "volumes/0/configMap/name",
                        "\"gateway-supergraph\"",
                        "there is no ConfigMap gateway-supergraph"),
                new Broken(
                        REFERENCES,
                        "Deployment",
                        "gateway",
                        CONTAINER + "env/-",
                        "{\"name\":\"X\",\"valueFrom\":{\"configMapKeyRef\":{\"name\":\"lancang-dashboard\",\"key\":\"y\"}}}",
                        "there is no ConfigMap lancang-dashboard with the key y"),
                new Broken(
                        REFERENCES,
                        "Deployment",
                        "trade-service",
                        CONTAINER + "env/0/valueFrom/secretKeyRef/name",
                        "\"trade-db-superuser\"",
                        "nobody makes the secret trade-db-superuser"),
                new Broken(
                        REFERENCES,
                        "Deployment",
                        "trade-service",
                        POD + "volumes/1/secret/secretName",
                        "\"trade-db-tls\"",
                        "nobody makes the secret trade-db-tls"),
                new Broken(
                        REFERENCES,
                        "Deployment",
                        "trade-service",
                        CONTAINER + "env/0/valueFrom/secretKeyRef/key",
                        "\"name\"",
                        "a database's secret has no key name"),
                new Broken(
                        REFERENCES,
                        "Deployment",
                        "trade-service",
                        POD + "volumes/1/secret/items/0/key",
                        "\"tls.crt\"",
                        "the secret trade-db-ca has no key tls.crt"),
                new Broken(
                        REFERENCES,
                        "Deployment",
                        "trade-service",
                        POD + "volumes/1/secret/items/0/path",
                        "\"../ca.crt\"",
                        "'../ca.crt' is no path below a volume"),
                new Broken(
                        REFERENCES,
                        "Deployment",
                        "gateway",
                        POD + "volumes/0/configMap/items",
                        "[{\"key\":\"supergraph\",\"path\":\"supergraph.graphql\"}]",
                        "with the key supergraph"));
    }

    private static Stream<Broken> brokenSelectors() {
        return Stream.of(
                new Broken(
                        SELECTORS,
                        "PodMonitor",
                        "trade-db",
                        "/spec/selector/matchLabels/cnpg.io~1cluster",
                        "\"trades-db\"",
                        "there is no Cluster trades-db"),
                new Broken(
                        SELECTORS,
                        "PodMonitor",
                        "trade-db",
                        "/spec/podMetricsEndpoints/0/port",
                        "\"http\"",
                        "a database has no port"),
                Broken.inOverlay(
                        SELECTORS,
                        "test/overlays/stewards",
                        "Service",
                        "trade-db-replicas",
                        "/spec/selector/cnpg.io~1cluster",
                        "\"trades-db\"",
                        "there is no Cluster trades-db"),
                Broken.inOverlay(
                        SELECTORS,
                        "test/overlays/stewards",
                        "Service",
                        "trade-db-replicas",
                        "/spec/ports/0/targetPort",
                        "8081",
                        "a database has no port 8081"),
                new Broken(
                        SELECTORS,
                        "Deployment",
                        "gateway",
                        "/spec/template/metadata/labels/app.kubernetes.io~1name",
                        "\"other\"",
                        "does not select its own pods"),
                new Broken(
                        SELECTORS,
                        "Service",
                        "gateway",
                        "/spec/selector/app.kubernetes.io~1name",
                        "\"other\"",
                        "selects no pods"),
                new Broken(
                        SELECTORS,
                        "Service",
                        "trade-service",
                        "/spec/selector/app.kubernetes.io~1component",
                        "",
                        "its pods have no port http"),
                new Broken(
                        SELECTORS,
                        "Service",
                        "gateway",
                        "/spec/ports/0/targetPort",
                        "\"graphql\"",
                        "its pods have no port graphql"),
                new Broken(
                        SELECTORS,
                        "PodDisruptionBudget",
                        "gateway",
                        "/spec/selector/matchLabels/app.kubernetes.io~1name",
                        "\"other\"",
                        "selects no pods"),
                new Broken(
                        SELECTORS,
                        "HorizontalPodAutoscaler",
                        "gateway",
                        "/spec/scaleTargetRef/name",
                        "\"other\"",
                        "scales Deployment/other"),
                new Broken(
                        SELECTORS,
                        "PodMonitor",
                        "gateway",
                        "/spec/podMetricsEndpoints/0/port",
                        "\"metrics\"",
                        "its pods have no port metrics"),
                new Broken(
                        SELECTORS,
                        "HTTPRoute",
                        "gateway",
                        "/spec/rules/0/backendRefs/0/port",
                        "80",
                        "no Service has what it routes to"),
                new Broken(
                        SELECTORS,
                        "HTTPRoute",
                        "gateway",
                        "/spec/parentRefs/0/sectionName",
                        "\"tls\"",
                        "no Gateway has the listener"),
                new Broken(
                        SELECTORS,
                        "HTTPRoute",
                        "gateway",
                        "/spec/hostnames/0",
                        "\"other.example\"",
                        "its host names are not those of the listener"),
                new Broken(
                        SELECTORS,
                        "ScheduledBackup",
                        "trade-db",
                        "/spec/cluster/name",
                        "\"other\"",
                        "there is no Cluster other"));
    }

    private static Stream<Broken> brokenNetwork() {
        return Stream.of(
                new Broken(
                        CLOSED,
                        "NetworkPolicy",
                        "default-deny",
                        "/spec/policyTypes/1",
                        "",
                        "has no policy that denies everything"),
                new Broken(
                        CLOSED,
                        "NetworkPolicy",
                        "gateway",
                        "/spec/podSelector/matchLabels/app.kubernetes.io~1name",
                        "\"other\"",
                        "is for pods that do not exist"),
                new Broken(
                        CLOSED,
                        "NetworkPolicy",
                        "gateway",
                        "/spec/egress/0/to/0/podSelector/matchLabels/app.kubernetes.io~1name",
                        "\"other\"",
                        "speaks of pods that do not exist"),
                new Broken(
                        CLOSED,
                        "NetworkPolicy",
                        "gateway",
                        "/spec/egress/0/ports/0/port",
                        "80",
                        "Deployment/trade-service has no port 80"),
                new Broken(
                        CLOSED,
                        "NetworkPolicy",
                        "trade-service",
                        "/spec/ingress/0/ports/0/port",
                        "\"graphql\"",
                        "Deployment/trade-service has no port graphql"),
                new Broken(
                        CLOSED,
                        "NetworkPolicy",
                        "trade-service",
                        "/spec/ingress/0/from/-",
                        "{\"namespaceSelector\":{}}",
                        "opens a subgraph to others"),
                new Broken(CLOSED, "NetworkPolicy", "trade-service", "/spec/ingress/0/from", "", "lets anybody in"),
                Broken.inOverlay(
                        CLOSED,
                        "test/overlays/gateway",
                        "NetworkPolicy",
                        "gateway",
                        "/spec/policyTypes",
                        "[\"Egress\"]",
                        "no policy closes its pods in both directions"),
                Broken.inOverlay(
                        CLOSED,
                        "test/overlays/stewards",
                        "NetworkPolicy",
                        "trade-service-from-stewards",
                        "/spec/ingress/0/from/0/namespaceSelector/matchLabels",
                        "{\"lancang.io/clients\":\"true\"}",
                        "opens a subgraph to others than the gateway and the proxies"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void isCaught(Broken broken) {
        broken.assertCaught();
    }
}
