package io.lancang.k8s;

import static io.lancang.k8s.Broken.CONTAINER;
import static io.lancang.k8s.Broken.POD;

import io.lancang.k8s.admission.KeysAreUnique;
import io.lancang.k8s.admission.LabelsAreAccepted;
import io.lancang.k8s.admission.NamesAreAccepted;
import io.lancang.k8s.admission.NamespacesAreAccepted;
import io.lancang.k8s.admission.QuantitiesAreAccepted;
import io.lancang.k8s.admission.SizesAreAccepted;
import io.lancang.k8s.manifest.Manifest;
import io.lancang.k8s.manifest.ManifestSet;
import io.lancang.k8s.policy.Policy;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Names, labels, amounts, keys and sizes that no API server takes. */
class BrokenValuesTest {
    private static final Policy NAMES = new NamesAreAccepted();
    private static final Policy NAMESPACES = new NamespacesAreAccepted();
    private static final Policy LABELS = new LabelsAreAccepted();
    private static final Policy QUANTITIES = new QuantitiesAreAccepted();
    private static final Policy KEYS = new KeysAreUnique();
    private static final Policy SIZES = new SizesAreAccepted();

    static Stream<Broken> broken() {
        return Stream.of(names(), namespaces(), labels(), quantities(), keys(), sizes())
                .flatMap(all -> all);
    }

    private static Stream<Broken> names() {
        return Stream.of(
                new Broken(
                        NAMES,
                        "Service",
                        "gateway",
                        "/metadata/name",
                        "\"1gateway\"",
                        "no label that begins with a letter"),
                new Broken(NAMES, "Namespace", "lancang", "/metadata/name", "\"lan.cang\"", "no DNS label"),
                new Broken(NAMES, "HTTPRoute", "gateway", "/metadata/name", "\"Gateway\"", "no DNS subdomain"),
                new Broken(
                        NAMES,
                        "Job",
                        "trade-service-preparation",
                        "/metadata/name",
                        "\"trade-service-preparation-1.0.0-20261125.1-3f2c9e0b7d9a4c1e8a5f6\"",
                        "longer than 63"),
                new Broken(
                        NAMES,
                        "Job",
                        "trade-service-preparation",
                        "/metadata/name",
                        "\"trade-service-preparation-1.0.0\"",
                        "of which an API server warns"),
                Broken.inOverlay(
                        NAMES,
                        "overlays/dev",
                        "StatefulSet",
                        "trade-db",
                        "/metadata/name",
                        "\"trade-db-of-the-department-for-statistics-of-the-city\"",
                        "longer than 52"),
                new Broken(
                        NAMES,
                        "Cluster",
                        "trade-db",
                        "/metadata/name",
                        "\"trade-db-of-the-department-for-statistics-of-a-city\"",
                        "longer than 50"),
                new Broken(
                        NAMES,
                        "Deployment",
                        "gateway",
                        CONTAINER + "name",
                        "\"gate_way\"",
                        "'gate_way' is no DNS label"),
                new Broken(
                        NAMES,
                        "Deployment",
                        "gateway",
                        CONTAINER + "ports/1/name",
                        "\"management-of-it\"",
                        "no name of a port"),
                new Broken(
                        NAMES, "Deployment", "gateway", CONTAINER + "ports/1/name", "\"9000\"", "no name of a port"));
    }

    private static Stream<Broken> namespaces() {
        String security = "/metadata/labels/pod-security.kubernetes.io~1";
        return Stream.of(
                new Broken(
                        NAMESPACES,
                        "Namespace",
                        "lancang",
                        security + "warn",
                        "\"strict\"",
                        "warn: strict is no level"),
                new Broken(
                        NAMESPACES,
                        "Namespace",
                        "lancang",
                        security + "enforce-version",
                        "\"1.31\"",
                        "enforce-version: 1.31 is no level or version"),
                new Broken(
                        NAMESPACES,
                        "Namespace",
                        "lancang",
                        security + "enforced",
                        "\"restricted\"",
                        "enforced: restricted is no level"));
    }

    private static Stream<Broken> labels() {
        return Stream.of(
                new Broken(
                        LABELS,
                        "Deployment",
                        "gateway",
                        "/metadata/labels/app.kubernetes.io~1version",
                        "\"1.0.0+dirty\"",
                        "is no value of a label"),
                new Broken(
                        LABELS,
                        "Deployment",
                        "gateway",
                        "/metadata/labels/app.kubernetes.io~1version",
                        "1",
                        "is no value of a label"),
                new Broken(LABELS, "Service", "gateway", "/metadata/labels/-part", "\"lancang\"", "no key of a label"),
                new Broken(
                        LABELS,
                        "NetworkPolicy",
                        "gateway",
                        "/spec/egress/0/to/0/podSelector/matchLabels/app.kubernetes.io~1name",
                        "\"trade service\"",
                        "is no value of a label"),
                new Broken(
                        LABELS,
                        "Gateway",
                        "lancang",
                        "/metadata/annotations",
                        "{\"cert-manager.io/cluster-issuer\": true}",
                        "is no text, as annotations are"));
    }

    private static Stream<Broken> quantities() {
        return Stream.of(
                new Broken(
                        QUANTITIES,
                        "Deployment",
                        "gateway",
                        CONTAINER + "resources/limits/memory",
                        "\"384 MB\"",
                        "is no quantity"),
                new Broken(
                        QUANTITIES,
                        "Deployment",
                        "gateway",
                        CONTAINER + "resources/limits/memory",
                        "\"128Mi\"",
                        "requests more memory than its limit"),
                new Broken(
                        QUANTITIES,
                        "Deployment",
                        "gateway",
                        POD + "volumes/1/emptyDir/sizeLimit",
                        "\"-64Mi\"",
                        "is negative"),
                new Broken(
                        QUANTITIES,
                        "Deployment",
                        "gateway",
                        CONTAINER + "resources/limits/memroy",
                        "\"384Mi\"",
                        "'memroy' is no resource"),
                new Broken(QUANTITIES, "Cluster", "trade-db", "/spec/storage/size", "\"20GB\"", "is no quantity"));
    }

    private static Stream<Broken> keys() {
        return Stream.of(
                new Broken(
                        KEYS,
                        "Deployment",
                        "gateway",
                        CONTAINER + "env/-",
                        "{\"name\":\"QUARKUS_SHUTDOWN_DELAY\",\"value\":\"6S\"}",
                        "env has two items 'QUARKUS_SHUTDOWN_DELAY'"),
                new Broken(
                        KEYS,
                        "Deployment",
                        "gateway",
                        CONTAINER + "volumeMounts/-",
                        "{\"name\":\"tmp\",\"mountPath\":\"/etc/lancang\"}",
                        "volumeMounts has two items '/etc/lancang'"),
                new Broken(
                        KEYS,
                        "Deployment",
                        "gateway",
                        POD + "volumes/-",
                        "{\"name\":\"tmp\",\"emptyDir\":{}}",
                        "volumes has two items 'tmp'"),
                new Broken(
                        KEYS,
                        "Deployment",
                        "gateway",
                        CONTAINER + "ports/1/name",
                        "\"http\"",
                        "ports has two items 'http'"),
                new Broken(
                        KEYS,
                        "Deployment",
                        "gateway",
                        CONTAINER + "ports/1/containerPort",
                        "8080",
                        "ports has two items '8080'"),
                new Broken(
                        KEYS,
                        "Service",
                        "gateway",
                        "/spec/ports/-",
                        "{\"name\":\"other\",\"port\":8080}",
                        "ports has two items '8080'"),
                new Broken(
                        KEYS,
                        "Gateway",
                        "lancang",
                        "/spec/listeners/1/name",
                        "\"http\"",
                        "listeners has two items 'http'"),
                new Broken(KEYS, "Service", "gateway", "/metadata/name", "\"trade-service\"", "is there twice"));
    }

    private static Stream<Broken> sizes() {
        String text = "\"" + "x".repeat(300_000) + "\"";
        String map = ManifestSet.render("overlays/prod")
                .ofKind("ConfigMap")
                .map(Manifest::name)
                .filter(each -> each.startsWith("gateway-supergraph"))
                .findFirst()
                .orElseThrow();
        return Stream.of(
                new Broken(SIZES, "ConfigMap", map, "/data/more", text.replace("x", "xxxx"), "may have 1048576"),
                new Broken(SIZES, "ConfigMap", map, "/data/a b", "\"\"", "is no name of a file"),
                new Broken(SIZES, "ConfigMap", map, "/data/more", "5", "more is no text"),
                new Broken(
                        SIZES,
                        "Service",
                        "gateway",
                        "/metadata/annotations",
                        "{\"x\":" + text + "}",
                        "bytes of annotations"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void isCaught(Broken broken) {
        broken.assertCaught();
    }
}
