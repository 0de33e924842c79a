package io.lancang.k8s.admission;

import com.fasterxml.jackson.databind.JsonNode;
import io.lancang.k8s.manifest.Manifest;
import io.lancang.k8s.manifest.ManifestSet;
import io.lancang.k8s.policy.Checks;
import io.lancang.k8s.policy.Finding;
import io.lancang.k8s.policy.Policy;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * No list has two items of the same key. Server-side apply merges lists by these keys and refuses doubles, such as an
 * environment variable that an overlay adds a second time; and two objects of one kind and name are one.
 */
public final class KeysAreUnique implements Policy {
    /** Lists by the name of their field; several keys count together, and a missing value is a value. */
    private static final Map<String, List<String>> KEYS = Map.of(
            "containers", List.of("name"),
            "initContainers", List.of("name"),
            "volumes", List.of("name"),
            "env", List.of("name"),
            "volumeMounts", List.of("mountPath"),
            "topologySpreadConstraints", List.of("topologyKey", "whenUnsatisfiable"),
            "listeners", List.of("name"));

    @Override
    public Stream<Finding> check(ManifestSet set) {
        return Stream.concat(objects(set), set.all().flatMap(KeysAreUnique::lists));
    }

    private static Stream<Finding> objects(ManifestSet set) {
        Set<String> seen = new HashSet<>();
        return set.all()
                .filter(each -> !seen.add(each.apiVersion() + "/" + each))
                .map(each -> new Finding(each, "is there twice"));
    }

    private static Stream<Finding> lists(Manifest manifest) {
        Checks checks = new Checks(manifest, "");
        walk(manifest.at("/spec"), checks);
        return checks.findings();
    }

    private static void walk(JsonNode node, Checks checks) {
        for (Map.Entry<String, JsonNode> property : node.properties()) {
            String field = property.getKey();
            JsonNode value = property.getValue();
            if (value.isArray() && KEYS.containsKey(field)) {
                unique(field, value, KEYS.get(field), checks);
            }
            if (value.isArray() && field.equals("ports")) {
                ports(value, checks);
            }
            walk(value, checks);
        }
        if (node.isArray()) {
            node.forEach(item -> walk(item, checks));
        }
    }

    /** Of a container or a Service: both the names and the numbers. Those of a NetworkPolicy have no key. */
    private static void ports(JsonNode ports, Checks checks) {
        boolean named = Manifest.items(ports).anyMatch(port -> port.has("name"));
        boolean ofContainer = Manifest.items(ports).anyMatch(port -> port.has("containerPort"));
        if (ofContainer) {
            unique("ports", ports, List.of("containerPort", "protocol"), checks);
        }
        if (named) {
            unique("ports", ports, List.of("name"), checks);
            if (!ofContainer) {
                unique("ports", ports, List.of("port", "protocol"), checks);
            }
        }
    }

    private static void unique(String field, JsonNode list, List<String> keys, Checks checks) {
        Set<String> seen = new HashSet<>();
        Manifest.items(list).forEach(item -> {
            String key = keys.stream().map(each -> item.path(each).asText()).collect(Collectors.joining(" "));
            checks.require(seen.add(key), field + " has two items '" + key.strip() + "'");
        });
    }
}
