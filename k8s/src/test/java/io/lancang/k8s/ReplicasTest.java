package io.lancang.k8s;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.lancang.k8s.manifest.Home;
import io.lancang.k8s.manifest.Manifest;
import io.lancang.k8s.manifest.ManifestSet;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the component read-replicas is used, services read from the standbys of their clusters, by names that certificates have. */
class ReplicasTest {
    private static final ManifestSet SET = ManifestSet.render("test/overlays/stewards");
    private static final String HOSTS = "LANCANG_DATABASE_REPLICAS_HOSTS";
    private static final Pattern METRIC = Pattern.compile("lancang_database_replicas_[a-z_]+");

    @ParameterizedTest
    @ValueSource(strings = {"trade", "corridor"})
    void aServiceReadsFromTheStandbysOfItsOwnClusterAlone(String name) {
        String hosts = hosts("Deployment", name + "-service").findFirst().orElseThrow();
        Manifest service = SET.get("Service", hosts);
        Manifest cluster = SET.get("Cluster", name + "-db");

        assertEquals("None", service.text("/spec/clusterIP"), "each standby is to be seen");
        assertEquals(
                cluster.name(),
                service.at("/spec/selector").path("cnpg.io/cluster").asText());
        assertEquals(
                "replica",
                service.at("/spec/selector").path("cnpg.io/instanceRole").asText());
        assertEquals(hosts, cluster.text("/spec/certificates/serverAltDNSNames/0"));
        assertEquals("on", cluster.text("/spec/postgresql/parameters/hot_standby_feedback"));
        assertEquals("any", cluster.text("/spec/postgresql/synchronous/method"), "what was set stays");
    }

    @Test
    void whatMustBeOfTheMomentKnowsOfNoStandby() {
        assertEquals(List.of(), hosts("Deployment", "integration-service").toList());
        assertTrue(ManifestSet.render("overlays/prod")
                .find("Service", "trade-db-replicas")
                .isEmpty());
    }

    @Test
    void alertsAskForWhatTheServicesMeasure() throws IOException {
        String measured = Files.readString(
                Home.manifests().resolve("../subgraph-kit/src/main/java/io/lancang/kit/replica/Replicas.java"));
        List<String> asked = SET.get("PrometheusRule", "lancang-replicas")
                .each("/spec/groups")
                .flatMap(group -> Manifest.items(group.path("rules")))
                .flatMap(rule -> METRIC.matcher(rule.path("expr").asText()).results())
                .map(found -> found.group().replaceFirst("_seconds$", "").replace('_', '.'))
                .toList();

        assertFalse(asked.isEmpty());
        assertEquals(
                List.of(),
                asked.stream()
                        .filter(name -> !measured.contains("\"" + name + "\""))
                        .toList());
    }

    private static Stream<String> hosts(String kind, String name) {
        return SET.get(kind, name)
                .each("/spec/template/spec/containers/0/env")
                .filter(variable -> variable.path("name").asText().equals(HOSTS))
                .map((JsonNode variable) -> variable.path("value").asText());
    }
}
