package io.lancang.k8s.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The pods of a workload.
 *
 * @param owner the workload
 * @param labels of each pod
 * @param spec of each pod
 */
public record PodTemplate(Manifest owner, JsonNode labels, JsonNode spec) {
    /** All containers, those that run before the others included. */
    public Stream<JsonNode> containers() {
        return Stream.concat(Manifest.items(spec.path("initContainers")), Manifest.items(spec.path("containers")));
    }

    /** Whether the pods go on until they are asked to stop. */
    public boolean serves() {
        return !owner.kind().equals("Job");
    }

    /** Whether a {@code matchLabels} has only labels that the pods have; one without labels matches all pods. */
    public boolean matches(JsonNode matchLabels) {
        for (Map.Entry<String, JsonNode> label : matchLabels.properties()) {
            if (!label.getValue().equals(labels.path(label.getKey()))) {
                return false;
            }
        }
        return true;
    }

    /** Whether a container listens on a port of this name or number. */
    public boolean listensOn(JsonNode port) {
        return containers()
                .flatMap(container -> Manifest.items(container.path("ports")))
                .anyMatch(each -> port.isTextual()
                        ? each.path("name").equals(port)
                        : each.path("containerPort").asInt() == port.asInt());
    }
}
