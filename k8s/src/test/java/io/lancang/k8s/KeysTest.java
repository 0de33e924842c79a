package io.lancang.k8s;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.lancang.k8s.manifest.Manifest;
import io.lancang.k8s.manifest.ManifestSet;
import org.junit.jupiter.api.Test;

/** Where the component keys is used, the gateway asks integration-service where it is, with the token that it knows. */
class KeysTest {
    private static final ManifestSet SET = ManifestSet.render("test/overlays/stewards");

    private static JsonNode variable(String deployment, String name) {
        return SET.get("Deployment", deployment)
                .each("/spec/template/spec/containers/0/env")
                .filter(variable -> variable.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theGatewayAsksTheServiceWhereItListens() {
        Manifest service = SET.get("Service", "integration-service");

        assertEquals(
                "http://" + service.name() + ":"
                        + service.at("/spec/ports/0/port").asInt(),
                variable("gateway", "LANCANG_GATEWAY_KEYS_SERVICE_URL")
                        .path("value")
                        .asText());
    }

    @Test
    void bothHaveTheTokenFromOneSecret() {
        JsonNode asked =
                variable("gateway", "LANCANG_GATEWAY_KEYS_SERVICE_TOKEN").at("/valueFrom/secretKeyRef");
        JsonNode known = variable("integration-service", "LANCANG_INTEGRATION_GATEWAY_TOKEN")
                .at("/valueFrom/secretKeyRef");

        assertEquals(known.path("name"), asked.path("name"));
        assertEquals(known.path("key"), asked.path("key"));
    }
}
