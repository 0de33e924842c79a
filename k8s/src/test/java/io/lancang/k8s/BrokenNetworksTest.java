package io.lancang.k8s;

import io.lancang.k8s.admission.AutoscalersAreAccepted;
import io.lancang.k8s.admission.BudgetsAreAccepted;
import io.lancang.k8s.admission.ClustersAreAccepted;
import io.lancang.k8s.admission.NetworkPoliciesAreAccepted;
import io.lancang.k8s.admission.RoutesAreAccepted;
import io.lancang.k8s.admission.ServicesAreAccepted;
import io.lancang.k8s.policy.Policy;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Services, policies and operators' objects that are refused on the way in. */
class BrokenNetworksTest {
    private static final Policy SERVICES = new ServicesAreAccepted();
    private static final Policy AUTOSCALERS = new AutoscalersAreAccepted();
    private static final Policy BUDGETS = new BudgetsAreAccepted();
    private static final Policy NETWORK = new NetworkPoliciesAreAccepted();
    private static final Policy ROUTES = new RoutesAreAccepted();
    private static final Policy CLUSTERS = new ClustersAreAccepted();

    static Stream<Broken> broken() {
        return Stream.of(services(), autoscalers(), budgets(), networkPolicies(), routes(), clusters())
                .flatMap(all -> all);
    }

    private static Stream<Broken> services() {
        return Stream.of(
                new Broken(SERVICES, "Service", "gateway", "/spec/type", "\"Headless\"", "its type is none of"),
                new Broken(SERVICES, "Service", "gateway", "/spec/ports", "[]", "has no ports"),
                new Broken(SERVICES, "Service", "gateway", "/spec/ports/-", "{\"port\":9000}", "'' names no port"),
                new Broken(SERVICES, "Service", "gateway", "/spec/ports/0/port", "0", "0 is no port"),
                new Broken(
                        SERVICES,
                        "Service",
                        "gateway",
                        "/spec/ports/0/targetPort",
                        "\"http_port\"",
                        "targetPort \"http_port\" is no port"),
                new Broken(
                        SERVICES,
                        "Service",
                        "gateway",
                        "/spec/ports/0/appProtocol",
                        "\"http/1.1/x\"",
                        "is no protocol"),
                Broken.inOverlay(
                        SERVICES,
                        "test/overlays/managed",
                        "Ingress",
                        "gateway",
                        "/spec/rules/0/host",
                        "\"https://lancang.example\"",
                        "is no host name"),
                Broken.inOverlay(
                        SERVICES,
                        "test/overlays/managed",
                        "Ingress",
                        "gateway",
                        "/spec/tls/0/hosts/0",
                        "\"*.*.example\"",
                        "is no host name"),
                Broken.inOverlay(
                        SERVICES,
                        "test/overlays/managed",
                        "Ingress",
                        "gateway",
                        "/spec/rules/0/http/paths/0/pathType",
                        "\"Equal\"",
                        "is none of"),
                Broken.inOverlay(
                        SERVICES,
                        "test/overlays/managed",
                        "Ingress",
                        "gateway",
                        "/spec/rules/0/http/paths/0/path",
                        "\"graphql\"",
                        "is no absolute path"),
                Broken.inOverlay(
                        SERVICES,
                        "test/overlays/managed",
                        "Ingress",
                        "gateway",
                        "/spec/rules/0/http/paths/0/backend/service/port/number",
                        "8080",
                        "either a name or a number"));
    }

    private static Stream<Broken> autoscalers() {
        return Stream.of(
                new Broken(
                        AUTOSCALERS,
                        "HorizontalPodAutoscaler",
                        "gateway",
                        "/spec/minReplicas",
                        "0",
                        "minReplicas is less than 1"),
                new Broken(
                        AUTOSCALERS,
                        "HorizontalPodAutoscaler",
                        "gateway",
                        "/spec/minReplicas",
                        "11",
                        "is more than maxReplicas 10"),
                new Broken(
                        AUTOSCALERS,
                        "HorizontalPodAutoscaler",
                        "gateway",
                        "/spec/metrics/0/type",
                        "\"Pods\"",
                        "is not of its type Pods alone"),
                new Broken(
                        AUTOSCALERS,
                        "HorizontalPodAutoscaler",
                        "gateway",
                        "/spec/metrics/0/resource/target/type",
                        "\"Utilization\"",
                        "not the one value of its type"),
                new Broken(
                        AUTOSCALERS,
                        "HorizontalPodAutoscaler",
                        "gateway",
                        "/spec/metrics/0/resource/target/averageValue",
                        "\"0\"",
                        "a target is not more than 0"),
                new Broken(
                        AUTOSCALERS,
                        "HorizontalPodAutoscaler",
                        "gateway",
                        "/spec/behavior/scaleDown/stabilizationWindowSeconds",
                        "7200",
                        "is not 0 to 3600"),
                new Broken(
                        AUTOSCALERS,
                        "HorizontalPodAutoscaler",
                        "gateway",
                        "/spec/behavior/scaleDown/policies",
                        "[{\"type\":\"Pods\",\"value\":0,\"periodSeconds\":60}]",
                        "scales by nothing"));
    }

    private static Stream<Broken> budgets() {
        return Stream.of(
                new Broken(
                        BUDGETS,
                        "PodDisruptionBudget",
                        "gateway",
                        "/spec/minAvailable",
                        "1",
                        "either maxUnavailable or minAvailable"),
                new Broken(
                        BUDGETS,
                        "PodDisruptionBudget",
                        "gateway",
                        "/spec/maxUnavailable",
                        "\"101%\"",
                        "neither a number nor a share"),
                new Broken(
                        BUDGETS,
                        "PodDisruptionBudget",
                        "gateway",
                        "/spec/unhealthyPodEvictionPolicy",
                        "\"Always\"",
                        "unhealthyPodEvictionPolicy is none of"),
                new Broken(
                        BUDGETS,
                        "PodDisruptionBudget",
                        "gateway",
                        "/spec/selector/matchLabels",
                        "{\"app.kubernetes.io/part-of\":\"lancang\"}",
                        "more than one PodDisruptionBudget"));
    }

    private static Stream<Broken> networkPolicies() {
        return Stream.of(
                new Broken(
                        NETWORK,
                        "NetworkPolicy",
                        "gateway",
                        "/spec/policyTypes",
                        "[\"Ingress\"]",
                        "has rules for egress, and is not for it"),
                new Broken(
                        NETWORK,
                        "NetworkPolicy",
                        "gateway",
                        "/spec/policyTypes",
                        "[\"egress\"]",
                        "policyTypes are none"),
                new Broken(
                        NETWORK,
                        "NetworkPolicy",
                        "gateway",
                        "/spec/egress/0/to/0/ipBlock",
                        "{\"cidr\":\"10.0.0.0/8\"}",
                        "either addresses or pods"),
                new Broken(
                        NETWORK,
                        "NetworkPolicy",
                        "gateway",
                        "/spec/egress/0/to/-",
                        "{\"ipBlock\":{\"cidr\":\"10.0.0.300/8\"}}",
                        "no range of addresses"),
                new Broken(
                        NETWORK,
                        "NetworkPolicy",
                        "gateway",
                        "/spec/egress/0/to/-",
                        "{\"ipBlock\":{\"cidr\":\"10.0.0.0/8\",\"except\":[\"10.0.0.0\"]}}",
                        "no range of addresses"),
                new Broken(
                        NETWORK,
                        "NetworkPolicy",
                        "gateway",
                        "/spec/egress/0/to/-",
                        "{\"ipBlock\":{\"cidr\":\"10.0.0.0/8\",\"except\":[\"11.1.0.0/16\"]}}",
                        "is no part of"),
                new Broken(
                        NETWORK,
                        "NetworkPolicy",
                        "gateway",
                        "/spec/egress/0/to/-",
                        "{\"ipBlock\":{\"cidr\":\"10.0.0.0/8\",\"except\":[\"10.0.0.0/8\"]}}",
                        "is no part of"),
                new Broken(
                        NETWORK,
                        "NetworkPolicy",
                        "gateway",
                        "/spec/egress/0/ports/0/port",
                        "\"http_port\"",
                        "is no port"),
                new Broken(
                        NETWORK,
                        "NetworkPolicy",
                        "gateway",
                        "/spec/egress/0/ports/0/endPort",
                        "9000",
                        "endPort ends no range"),
                new Broken(
                        NETWORK,
                        "NetworkPolicy",
                        "gateway",
                        "/spec/egress/0/ports/0/protocol",
                        "\"HTTP\"",
                        "none of TCP, UDP, SCTP"));
    }

    private static Stream<Broken> routes() {
        return Stream.of(
                new Broken(
                        ROUTES,
                        "Gateway",
                        "lancang",
                        "/spec/listeners/-",
                        "{\"name\":\"again\",\"protocol\":\"HTTP\",\"port\":80,\"hostname\":\"lancang.example\"}",
                        "the same port, protocol and host name"),
                new Broken(
                        ROUTES,
                        "Gateway",
                        "lancang",
                        "/spec/listeners/0/tls",
                        "{\"mode\":\"Terminate\"}",
                        "has tls, or lacks it"),
                new Broken(
                        ROUTES,
                        "Gateway",
                        "lancang",
                        "/spec/listeners/1/tls/mode",
                        "\"Passthrough\"",
                        "not passed through"),
                new Broken(
                        ROUTES,
                        "Gateway",
                        "lancang",
                        "/spec/listeners/1/tls/certificateRefs",
                        "",
                        "without a certificate"),
                new Broken(
                        ROUTES,
                        "HTTPRoute",
                        "gateway",
                        "/spec/parentRefs/-",
                        "{\"name\":\"lancang\",\"sectionName\":\"https\"}",
                        "names the same parent twice"),
                new Broken(
                        ROUTES,
                        "HTTPRoute",
                        "gateway",
                        "/spec/rules/0/matches/0/path/value",
                        "\"/graphql/../admin\"",
                        "is no absolute path"),
                new Broken(
                        ROUTES, "HTTPRoute", "gateway", "/spec/rules/0/timeouts/request", "\"30\"", "is no duration"),
                new Broken(
                        ROUTES,
                        "HTTPRoute",
                        "gateway",
                        "/spec/rules/0/timeouts",
                        "{\"request\":\"1m\",\"backendRequest\":\"61s\"}",
                        "backendRequest is longer than request"),
                new Broken(
                        ROUTES,
                        "HTTPRoute",
                        "gateway",
                        "/spec/rules/0/backendRefs/0/port",
                        "",
                        "a Service without a port"),
                new Broken(
                        ROUTES,
                        "HTTPRoute",
                        "gateway-to-https",
                        "/spec/rules/0/backendRefs",
                        "[{\"name\":\"gateway\",\"port\":8080}]",
                        "redirects and routes at once"),
                new Broken(
                        ROUTES,
                        "HTTPRoute",
                        "gateway-to-https",
                        "/spec/rules/0/filters/-",
                        "{\"type\":\"URLRewrite\",\"urlRewrite\":{\"hostname\":\"x\"}}",
                        "redirects and rewrites at once"),
                new Broken(
                        ROUTES,
                        "HTTPRoute",
                        "gateway-to-https",
                        "/spec/rules/0/filters/-",
                        "{\"type\":\"RequestRedirect\",\"requestRedirect\":{\"port\":443}}",
                        "RequestRedirect is there twice"),
                new Broken(
                        ROUTES,
                        "HTTPRoute",
                        "gateway-to-https",
                        "/spec/rules/0/filters/0/urlRewrite",
                        "{\"hostname\":\"x\"}",
                        "a filter is not of its type alone"));
    }

    private static Stream<Broken> clusters() {
        return Stream.of(
                new Broken(
                        CLUSTERS,
                        "Cluster",
                        "trade-db",
                        "/spec/imageName",
                        "\"postgres:17.6\"",
                        "an image and a catalogue"),
                new Broken(
                        CLUSTERS,
                        "Cluster",
                        "trade-db",
                        "/spec/bootstrap/recovery",
                        "{\"backup\":{\"name\":\"x\"}}",
                        "more than one way"),
                new Broken(
                        CLUSTERS,
                        "Cluster",
                        "trade-db",
                        "/spec/bootstrap/initdb/owner",
                        "",
                        "a database without an owner"),
                new Broken(
                        CLUSTERS,
                        "Cluster",
                        "trade-db",
                        "/spec/postgresql/synchronous/number",
                        "3",
                        "as many standbys as there are instances"),
                new Broken(CLUSTERS, "Cluster", "trade-db", "/spec/minSyncReplicas", "1", "beside minSyncReplicas"),
                new Broken(
                        CLUSTERS,
                        "Cluster",
                        "trade-db",
                        "/spec/postgresql/parameters/ssl",
                        "\"off\"",
                        "is set by the operator alone"),
                new Broken(
                        CLUSTERS,
                        "Cluster",
                        "trade-db",
                        "/spec/postgresql/parameters/max_connections",
                        "200",
                        "a value that is no text"),
                new Broken(
                        CLUSTERS,
                        "Cluster",
                        "trade-db",
                        "/spec/postgresql/parameters/shared_buffers",
                        "\"1GB\"",
                        "shared_buffers is more than its memory"),
                new Broken(
                        CLUSTERS,
                        "ScheduledBackup",
                        "trade-db",
                        "/spec/schedule",
                        "\"15 18 * * *\"",
                        "no schedule of six fields"),
                new Broken(
                        CLUSTERS,
                        "Cluster",
                        "trade-db",
                        "/spec/backup/volumeSnapshot",
                        "",
                        "has no backup.volumeSnapshot"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void isCaught(Broken broken) {
        broken.assertCaught();
    }
}
