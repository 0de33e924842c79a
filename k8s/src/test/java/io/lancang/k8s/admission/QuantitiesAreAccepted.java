package io.lancang.k8s.admission;

import com.fasterxml.jackson.databind.JsonNode;
import io.lancang.k8s.manifest.ManifestSet;
import io.lancang.k8s.policy.Checks;
import io.lancang.k8s.policy.Finding;
import io.lancang.k8s.policy.Policy;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Amounts are of a resource that there is, quantities, not negative, and no request is above its limit. */
public final class QuantitiesAreAccepted implements Policy {
    /** Of a container, and of a volume; others have a domain. */
    private static final Set<String> STANDARD = Set.of("cpu", "memory", "ephemeral-storage", "storage");

    private static final Set<String> SINGLE = Set.of("sizeLimit", "averageValue", "storage");

    @Override
    public Stream<Finding> check(ManifestSet set) {
        return set.all().flatMap(manifest -> {
            Checks checks = new Checks(manifest, "");
            walk(manifest.at("/spec"), checks);
            if (manifest.kind().equals("Cluster")) {
                quantity("storage", manifest.at("/spec/storage/size"), checks);
            }
            return checks.findings();
        });
    }

    private static void walk(JsonNode node, Checks checks) {
        for (Map.Entry<String, JsonNode> property : node.properties()) {
            JsonNode value = property.getValue();
            if (property.getKey().equals("resources")) {
                resources(value, checks);
            } else if (SINGLE.contains(property.getKey()) && value.isValueNode()) {
                quantity(property.getKey(), value, checks);
            } else {
                walk(value, checks);
            }
        }
        if (node.isArray()) {
            node.forEach(item -> walk(item, checks));
        }
    }

    private static void resources(JsonNode resources, Checks checks) {
        JsonNode limits = resources.path("limits");
        Stream.concat(limits.properties().stream(), resources.path("requests").properties().stream())
                .map(Map.Entry::getKey)
                .forEach(name -> checks.require(
                        STANDARD.contains(name)
                                || name.startsWith("hugepages-")
                                || (name.contains("/") && Syntax.isQualifiedName(name)),
                        "'" + name + "' is no resource"));
        for (Map.Entry<String, JsonNode> request : resources.path("requests").properties()) {
            String name = request.getKey();
            Optional<BigDecimal> requested = quantity(name, request.getValue(), checks);
            if (limits.has(name)) {
                Optional<BigDecimal> limit = quantity(name, limits.path(name), checks);
                checks.require(
                        requested.isEmpty()
                                || limit.isEmpty()
                                || requested.get().compareTo(limit.get()) <= 0,
                        "requests more " + name + " than its limit: " + resources);
            }
        }
        limits.properties().forEach(limit -> quantity(limit.getKey(), limit.getValue(), checks));
    }

    private static Optional<BigDecimal> quantity(String name, JsonNode value, Checks checks) {
        Optional<BigDecimal> amount = Syntax.amount(value);
        checks.require(amount.isPresent(), name + " " + value + " is no quantity");
        checks.require(amount.isEmpty() || amount.get().signum() >= 0, name + " " + value + " is negative");
        return amount;
    }
}
