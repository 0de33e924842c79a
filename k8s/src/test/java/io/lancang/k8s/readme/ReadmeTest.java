package io.lancang.k8s.readme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.k8s.manifest.Home;
import io.lancang.k8s.manifest.Manifest;
import io.lancang.k8s.manifest.ManifestSet;
import io.lancang.k8s.manifest.OwnOverlay;
import io.lancang.k8s.manifest.PodTemplate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Who does what README.md says gets there: what it names is there, and the overlays that it shows are rendered. */
class ReadmeTest {
    private static final Readme README = new Readme();

    /** What the overlay of one's own has. */
    private static final String OWN = "/overlays/prod?ref=";

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    static Stream<String> kubectl() {
        return README.commands().filter(command -> command.startsWith("kubectl "));
    }

    static Stream<String> scripts() {
        return README.commands()
                .map(command -> command.replaceFirst("\\s.*", ""))
                .filter(program -> program.startsWith("./") || program.startsWith("k8s/test/"))
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("kubectl")
    void aCommandNamesWhatIsThere(String command) {
        assertEquals(List.of(), new Command(command, deployed()).faults());
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void aScriptIsThere(String script) {
        assertTrue(Files.isExecutable(Home.repository().resolve(script)), script);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            kubectl -n lancan get jobs                               | there is no namespace lancan
            kubectl apply -k k8s/overlays/production                 | there is no kustomization in k8s/overlays/production
            kubectl -n lancang rollout status deployment/trade       | there is no deployment trade
            kubectl -n lancang get deploymints                       | nobody lists deploymints
            kubectl -n lancang wait --for=condition=Ready pods/NAME  | nobody knows the kind pods
            kubectl -n lancang delete cluster trades-db              | there is no cluster trades-db
            kubectl cnpg backup trade -n lancang                     | there is no cluster trade
            kubectl -n lancang exec trade-0 -- pg_dump               | nothing has the pod trade-0
            kubectl -n lancang port-forward service/gateway 8081     | service/gateway has no port 8081
            kubectl create secret generic trade-db-app --from-literal=user=x | pods take the keys [dbname, host, password, username]
            """)
    void aCommandThatNamesWhatIsNotThereIsCaught(String command, String fault) {
        List<String> faults = new Command(command, deployed()).faults();

        assertTrue(faults.toString().contains(fault), faults::toString);
    }

    @Test
    void theOverlayOfOnesOwnTakesOursFromItsRegistryUnderItsName() {
        ManifestSet own = render(README.yaml(OWN));

        List<String> images = own.pods()
                .flatMap(PodTemplate::containers)
                .map(container -> container.path("image").asText())
                .distinct()
                .toList();
        assertEquals(4, images.size(), images::toString);
        assertTrue(images.stream().allMatch(image -> image.startsWith("registry.example/lancang/")), images::toString);
        assertTrue(own.find("Job", "trade-service-preparation").isPresent());
        Manifest gateway = own.get("Gateway", "lancang");
        assertEquals("your-class", gateway.text("/spec/gatewayClassName"));
        assertFalse(own.all().anyMatch(each -> each.tree().toString().contains("lancang.example")));
    }

    @Test
    void stewardsGetInByWhatIsAddedToThatOverlay() {
        ManifestSet own = render("resources: [https://prod]\n" + README.yaml("components/stewards"));

        for (String service : List.of("trade-service", "corridor-service")) {
            Manifest route = own.get("HTTPRoute", service + "-intake");
            assertEquals("[\"trade.example.org\"]", route.at("/spec/hostnames").toString());
            assertTrue(
                    own.get("Deployment", service)
                            .each("/spec/template/spec/containers/0/env")
                            .anyMatch(variable ->
                                    variable.path("value").asText().equals("https://login.example.org/realms/trade")),
                    service);
            assertEquals(
                    1,
                    own.get("Deployment", service)
                            .at("/spec/template/spec/containers")
                            .size());
        }
        assertFalse(own.all().anyMatch(each -> each.tree().toString().contains("192.0.2.0")));
    }

    @Test
    void whatElseAClusterMayWantIsAddedToThatOverlay() {
        ManifestSet nodes = render("resources: [https://prod]\n" + README.yaml("imagePullSecrets"));
        assertTrue(nodes.ofKind("ServiceAccount")
                .allMatch(each -> each.at("/imagePullSecrets").size() == 1));
        assertTrue(nodes.pods().allMatch(pod -> pod.spec().has("nodeSelector")));
        assertTrue(
                nodes.get("Job", "trade-service-preparation").tree().toString().contains("DEBUG"));

        ManifestSet quota = render("resources: [https://prod]\n" + README.yaml("resources/limits/cpu"));
        assertTrue(quota.pods()
                .flatMap(PodTemplate::containers)
                .allMatch(each -> each.at("/resources/limits/cpu").isTextual()));

        ManifestSet shared = render("resources: [https://prod]\n" + README.yaml("namespace: infrastructure"));
        assertEquals(List.of(), shared.ofKind("Gateway").toList());
        assertEquals(
                List.of("infrastructure"),
                shared.ofKind("HTTPRoute")
                        .map(route -> route.text("/spec/parentRefs/0/namespace"))
                        .toList());
    }

    @Test
    void theGatewayRunsAloneWithAFileOrAUrl() {
        String alone = README.yaml("name: gateway-supergraph");
        ManifestSet file =
                render(alone.replace("files: [supergraph.graphql]", "literals: ['supergraph.graphql=type Query']"));
        String map = file.get("Deployment", "gateway").text("/spec/template/spec/volumes/0/configMap/name");
        assertEquals("type Query", file.get("ConfigMap", map).text("/data/supergraph.graphql"));
        assertEquals(
                List.of("graph"),
                file.all()
                        .map(each -> each.text("/metadata/namespace"))
                        .distinct()
                        .toList());
        String egress = file.get("NetworkPolicy", "gateway").at("/spec/egress").toString();
        assertTrue(egress.contains("products") && egress.contains("203.0.113.9/32"), egress);
        assertFalse(egress.contains("192.0.2.0"), egress);

        ManifestSet polled =
                render("resources:\n  - https://…//k8s/gateway?ref=main\n" + README.yaml("gateway/polled"));
        assertEquals(
                "https://schemas.example.org/graph.graphql",
                polled.get("Deployment", "gateway").text("/spec/template/spec/containers/0/env/0/value"));
        assertFalse(polled.get("Deployment", "gateway").tree().toString().contains("configMap"));
    }

    @Test
    void theGatewayAnswersToolsOfOnesOwn() {
        String tools = README.yaml("gateway/tools")
                .replace("files: [tools.json]", "literals: ['tools.json={}']")
                .replace("namespace: lancang", "namespace: graph");
        ManifestSet own = render("namespace: graph\nresources:\n  - https://…//k8s/gateway?ref=main\n" + tools);
        String map = own.get("Deployment", "gateway")
                .each("/spec/template/spec/volumes")
                .filter(volume -> volume.path("name").asText().equals("tools"))
                .map(volume -> volume.at("/configMap/name").asText())
                .findFirst()
                .orElseThrow();

        assertEquals("{}", own.get("ConfigMap", map).text("/data/tools.json"));
    }

    @Test
    void theGatewayAloneReadsKeysFromASecret() {
        Manifest gateway = render("resources:\n  - https://…//k8s/gateway?ref=main\n" + README.yaml("gateway/keys"))
                .get("Deployment", "gateway");

        assertTrue(
                gateway.each("/spec/template/spec/volumes")
                        .anyMatch(volume ->
                                volume.at("/secret/secretName").asText().equals("gateway-keys")),
                gateway::toString);
        // A mount of the file alone would never change.
        assertTrue(
                gateway.each("/spec/template/spec/containers/0/volumeMounts")
                        .anyMatch(mount ->
                                mount.path("mountPath").asText().equals("/etc/lancang-keys") && !mount.has("subPath")),
                gateway::toString);
        assertTrue(
                gateway.each("/spec/template/spec/containers/0/env")
                        .anyMatch(variable -> variable.path("value").asText().equals("/etc/lancang-keys/keys.json")),
                gateway::toString);
    }

    @Test
    void theLeastVersionsHaveTheReasonsThatItGives() {
        List<MatchResult> reasons = README.reasons();

        assertEquals(5, reasons.size());
        for (MatchResult reason : reasons) {
            String kind = reason.group(2);
            assertTrue(
                    ManifestSet.overlays()
                            .map(ManifestSet::render)
                            .flatMap(set -> set.ofKind(kind))
                            .anyMatch(each -> each.apiVersion().equals(reason.group(1))
                                    || !each.tree().findPath(reason.group(1)).isMissingNode()),
                    reason.group());
        }
    }

    @Test
    void aReferenceThatItShowsExists() throws IOException {
        String changes = Files.readString(Home.repository().resolve("CHANGELOG.md"));

        for (String reference : README.references()) {
            assertTrue(
                    reference.equals("main") || changes.contains("\n## " + reference.replaceFirst("v", "") + " - "),
                    reference + " is neither the branch nor a release");
        }
        assertEquals(8, README.references().size());
    }

    @Test
    void aClusterIsRestoredByOneMorePatchOfThatOverlay() {
        ManifestSet own = render(README.yaml(OWN) + README.yaml("volumeSnapshots:"));

        Manifest cluster = own.get("Cluster", "trade-db");
        assertEquals(1, cluster.at("/spec/bootstrap").size());
        assertEquals("trade", cluster.text("/spec/bootstrap/recovery/database"));
        assertEquals("NAME-OF-THE-SNAPSHOT", cluster.text("/spec/bootstrap/recovery/volumeSnapshots/storage/name"));
        assertTrue(own.get("Cluster", "corridor-db").at("/spec/bootstrap").has("initdb"));
    }

    @Test
    void everyAlertHasAFirstLook() {
        List<String> alerts = ManifestSet.render("overlays/prod")
                .ofKind("PrometheusRule")
                .flatMap(rule -> rule.each("/spec/groups"))
                .flatMap(group -> Manifest.items(group.path("rules")))
                .map(rule -> rule.path("alert").asText())
                .filter(alert -> !alert.isEmpty())
                .distinct()
                .sorted()
                .toList();

        assertEquals(alerts, README.alerts());
    }

    private static List<ManifestSet> deployed() {
        return Stream.of("overlays/dev", "overlays/prod")
                .map(ManifestSet::render)
                .toList();
    }

    /** An overlay that stands in a repository of its own, with paths to ours in place of addresses. */
    private ManifestSet render(String overlay) {
        return OwnOverlay.render(
                folder,
                overlay.replace("https://prod", "@/overlays/prod")
                        .replaceAll("https://\\S+//k8s/(\\S+)\\?ref=\\S+", "@/$1"));
    }
}
