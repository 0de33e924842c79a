package io.lancang.k8s;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.k8s.manifest.Home;
import io.lancang.k8s.manifest.ManifestSet;
import io.lancang.k8s.policy.ContainersAreProbedAndBounded;
import io.lancang.k8s.policy.Finding;
import io.lancang.k8s.policy.ImagesAreFixed;
import io.lancang.k8s.policy.NetworkIsClosed;
import io.lancang.k8s.policy.PodsAreRestricted;
import io.lancang.k8s.policy.Policy;
import io.lancang.k8s.policy.PreparationPrecedesPods;
import io.lancang.k8s.policy.ReferencesResolve;
import io.lancang.k8s.policy.RolloutsKeepCapacity;
import io.lancang.k8s.policy.SecretsHaveNoData;
import io.lancang.k8s.policy.SelectorsMatch;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every overlay keeps every rule, and every rule catches manifests that break it. */
class PolicyTest {
    private static final Set<String> BY_HAND = Set.of("trade-db-app", "corridor-db-app");

    private static final Policy RESTRICTED = new PodsAreRestricted();
    private static final Policy PROBED = new ContainersAreProbedAndBounded();
    private static final Policy FIXED = new ImagesAreFixed();
    private static final Policy NO_SECRETS = new SecretsHaveNoData();
    private static final Policy CAPACITY = new RolloutsKeepCapacity();
    private static final Policy SELECTORS = new SelectorsMatch();
    private static final Policy CLOSED = new NetworkIsClosed();
    private static final Policy PREPARED = new PreparationPrecedesPods();
    private static final Policy REFERENCES = new ReferencesResolve(Set.of());

    private static final String POD = "/spec/template/spec/";
    private static final String CONTAINER = POD + "containers/0/";

    static Stream<Arguments> overlaysAndPolicies() {
        return ManifestSet.overlays()
                .flatMap(overlay -> Stream.of(
                                RESTRICTED,
                                PROBED,
                                FIXED,
                                NO_SECRETS,
                                CAPACITY,
                                SELECTORS,
                                CLOSED,
                                PREPARED,
                                overlay.equals("overlays/dev") ? new ReferencesResolve(BY_HAND) : REFERENCES)
                        .map(policy -> Arguments.of(overlay, policy)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("overlaysAndPolicies")
    void isKeptByEveryOverlay(String overlay, Policy policy) {
        List<Finding> findings = policy.check(ManifestSet.render(overlay)).toList();

        assertEquals(List.of(), findings);
    }

    @Test
    void tellsToMakeTheSecretsThatDevCountsOn() throws IOException {
        String readme = Files.readString(Home.manifests().resolve("README.md"));

        for (String secret : BY_HAND) {
            assertTrue(readme.contains("create secret generic " + secret), secret);
        }
    }

    static Stream<Broken> broken() {
        return Stream.of(
                        brokenPods(),
                        brokenWorkloads(),
                        brokenReferences(),
                        brokenSelectors(),
                        brokenNetwork(),
                        brokenPreparation())
                .flatMap(all -> all);
    }

    private static Stream<Broken> brokenPods() {
        return Stream.of(
                new Broken(
                        RESTRICTED,
                        "Namespace",
                        "lancang",
                        "/metadata/labels/pod-security.kubernetes.io~1enforce",
                        "\"baseline\"",
                        "does not enforce"),
                new Broken(
                        RESTRICTED,
                        "Deployment",
                        "gateway",
                        POD + "automountServiceAccountToken",
                        "",
                        "automountServiceAccountToken is not false"),
                new Broken(
                        RESTRICTED,
                        "Deployment",
                        "gateway",
                        POD + "enableServiceLinks",
                        "true",
                        "enableServiceLinks is not false"),
                new Broken(RESTRICTED, "Deployment", "gateway", POD + "hostNetwork", "true", "hostNetwork is true"),
                new Broken(
                        RESTRICTED,
                        "Deployment",
                        "gateway",
                        POD + "securityContext/runAsNonRoot",
                        "",
                        "runAsNonRoot is not true"),
                new Broken(
                        RESTRICTED,
                        "Deployment",
                        "gateway",
                        POD + "securityContext/runAsUser",
                        "0",
                        "runAsUser names no user"),
                new Broken(
                        RESTRICTED,
                        "Deployment",
                        "gateway",
                        POD + "securityContext/seccompProfile/type",
                        "\"Unconfined\"",
                        "type is not RuntimeDefault"),
                new Broken(
                        RESTRICTED,
                        "Deployment",
                        "gateway",
                        POD + "volumes/-",
                        "{\"name\":\"host\",\"hostPath\":{\"path\":\"/\"}}",
                        "volume host is of a kind"),
                new Broken(
                        RESTRICTED,
                        "Job",
                        "trade-service-preparation-1.0.0",
                        CONTAINER + "securityContext/allowPrivilegeEscalation",
                        "true",
                        "allowPrivilegeEscalation is not false"),
                new Broken(
                        RESTRICTED,
                        "Deployment",
                        "trade-service",
                        CONTAINER + "securityContext/readOnlyRootFilesystem",
                        "false",
                        "readOnlyRootFilesystem is not true"),
                new Broken(
                        RESTRICTED,
                        "Deployment",
                        "trade-service",
                        CONTAINER + "securityContext/capabilities",
                        "{}",
                        "does not drop all capabilities"),
                new Broken(
                        RESTRICTED,
                        "Deployment",
                        "trade-service",
                        CONTAINER + "securityContext/capabilities/add",
                        "[\"NET_ADMIN\"]",
                        "adds capabilities"),
                new Broken(
                        RESTRICTED,
                        "Deployment",
                        "trade-service",
                        CONTAINER + "ports/0/hostPort",
                        "8081",
                        "takes a port of the host"));
    }

    private static Stream<Broken> brokenWorkloads() {
        return Stream.of(
                new Broken(PROBED, "Deployment", "gateway", CONTAINER + "livenessProbe", "", "has no livenessProbe"),
                new Broken(
                        PROBED,
                        "Deployment",
                        "gateway",
                        CONTAINER + "readinessProbe/httpGet/port",
                        "\"health\"",
                        "readinessProbe asks port \"health\""),
                new Broken(
                        PROBED,
                        "Deployment",
                        "gateway",
                        CONTAINER + "resources/limits/memory",
                        "",
                        "has no limit of memory"),
                new Broken(
                        PROBED,
                        "Deployment",
                        "gateway",
                        CONTAINER + "resources/requests/memory",
                        "",
                        "requests no memory"),
                new Broken(
                        PROBED, "Deployment", "gateway", CONTAINER + "resources/requests/cpu", "", "requests no CPU"),
                new Broken(
                        PROBED,
                        "Deployment",
                        "gateway",
                        CONTAINER + "resources/limits/cpu",
                        "\"1\"",
                        "has a limit of CPU"),
                new Broken(
                        FIXED,
                        "Deployment",
                        "gateway",
                        CONTAINER + "image",
                        "\"lancang/gateway:latest\"",
                        "is neither a version nor a digest"),
                new Broken(
                        FIXED,
                        "Deployment",
                        "gateway",
                        CONTAINER + "image",
                        "\"lancang/gateway:1.0.0-SNAPSHOT\"",
                        "is neither a version nor a digest"),
                new Broken(
                        FIXED,
                        "Deployment",
                        "gateway",
                        CONTAINER + "image",
                        "\"lancang/gateway\"",
                        "is neither a version nor a digest"),
                new Broken(
                        NO_SECRETS,
                        "Deployment",
                        "trade-service",
                        CONTAINER + "env/-",
                        "{\"name\":\"QUARKUS_DATASOURCE_PASSWORD\",\"value\":\"x\"}",
                        "is a plain value"),
                new Broken(NO_SECRETS, "ServiceAccount", "gateway", "/kind", "\"Secret\"", "")
                        .and("Secret", "gateway", "/stringData", "{\"password\":\"x\"}", "a secret with data"),
                new Broken(
                        CAPACITY,
                        "Deployment",
                        "gateway",
                        "/spec/strategy/rollingUpdate/maxUnavailable",
                        "1",
                        "maxUnavailable is not 0"),
                new Broken(CAPACITY, "Deployment", "gateway", "/spec/replicas", "2", "replicas are set beside"),
                new Broken(
                        CAPACITY,
                        "Deployment",
                        "gateway",
                        POD + "topologySpreadConstraints/0",
                        "",
                        "its pods are not spread"),
                new Broken(
                        CAPACITY,
                        "PodDisruptionBudget",
                        "gateway",
                        "/spec/selector/matchLabels/app.kubernetes.io~1name",
                        "\"other\"",
                        "no PodDisruptionBudget"));
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
                        "a database's secret has no key name"));
    }

    private static Stream<Broken> brokenSelectors() {
        return Stream.of(
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
                new Broken(CLOSED, "NetworkPolicy", "trade-service", "/spec/ingress/0/from", "", "lets anybody in"));
    }

    private static Stream<Broken> brokenPreparation() {
        return Stream.of(
                new Broken(
                        PREPARED,
                        "Deployment",
                        "trade-service",
                        CONTAINER + "env/4/value",
                        "\"at-start\"",
                        "its pods prepare the database themselves"),
                new Broken(
                        PREPARED,
                        "Deployment",
                        "trade-service",
                        CONTAINER + "image",
                        "\"lancang/trade-service:1.1.0\"",
                        "there is no Job trade-service-preparation-1.1.0"),
                new Broken(
                        PREPARED,
                        "Job",
                        "trade-service-preparation-1.0.0",
                        CONTAINER + "env/4/value",
                        "\"expected\"",
                        "does not end"),
                new Broken(
                        PREPARED,
                        "Job",
                        "trade-service-preparation-1.0.0",
                        CONTAINER + "image",
                        "\"lancang/trade-service:0.9.0\"",
                        "has another image"),
                new Broken(
                        PREPARED,
                        "Job",
                        "trade-service-preparation-1.0.0",
                        CONTAINER + "env/2/valueFrom/secretKeyRef/name",
                        "\"corridor-db-app\"",
                        "has another LANCANG_DATABASE_HOST"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void catchesABrokenManifest(Broken broken) {
        List<Finding> findings = broken.policy().check(broken.set()).toList();

        assertTrue(
                findings.stream().anyMatch(each -> each.toString().contains(broken.problem())),
                () -> "Not found: " + broken.problem() + "\nFound: " + findings);
    }

    /** The manifests of prod with a fault, and what the rule is to say of it. */
    record Broken(Policy policy, ManifestSet set, String problem) {
        Broken(Policy policy, String kind, String name, String pointer, String value, String problem) {
            this(policy, ManifestSet.render("overlays/prod").with(kind, name, pointer, value), problem);
        }

        Broken and(String kind, String name, String pointer, String value, String furtherProblem) {
            return new Broken(policy, set.with(kind, name, pointer, value), furtherProblem);
        }

        @Override
        public String toString() {
            return policy.getClass().getSimpleName() + ": " + problem;
        }
    }
}
