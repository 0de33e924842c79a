package io.lancang.k8s;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.lancang.k8s.manifest.Manifest;
import io.lancang.k8s.manifest.ManifestSet;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Where the component webhooks is used, integration-service reaches the gateway and the internet, and nothing else inside. */
class WebhooksTest {
    private static final ManifestSet SET = ManifestSet.render("test/overlays/stewards");

    @Test
    void theServiceSubscribesWhereTheGatewayListens() {
        Manifest gateway = SET.get("Service", "gateway");
        String url = SET.get("Deployment", "integration-service")
                .each("/spec/template/spec/containers/0/env")
                .filter(variable -> variable.path("name").asText().equals("LANCANG_INTEGRATION_WEBHOOKS_GATEWAY_URL"))
                .findFirst()
                .orElseThrow()
                .path("value")
                .asText();

        assertEquals(
                "http://" + gateway.name() + ":"
                        + gateway.at("/spec/ports/0/port").asInt() + "/graphql",
                url);
    }

    @Test
    void deliveriesLeaveTheClusterByTheirTwoPortsAlone() {
        JsonNode out =
                SET.get("NetworkPolicy", "integration-service-to-receivers").at("/spec/egress/1");

        assertEquals(List.of("443", "8443"), texts(out.path("ports"), "port"));
        List<String> kept = StreamSupport.stream(out.at("/to/0/ipBlock/except").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        assertTrue(
                kept.containsAll(List.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16")),
                kept::toString);
    }

    private static List<String> texts(JsonNode items, String field) {
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.path(field).asText())
                .toList();
    }
}
