package io.lancang.k8s.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.lancang.k8s.manifest.Manifest;
import io.lancang.k8s.manifest.ManifestSet;
import io.lancang.k8s.policy.Checks;
import io.lancang.k8s.policy.Finding;
import io.lancang.k8s.policy.Policy;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Stream;

/**
 * The built-in kinds have fields that Kubernetes declares, with values of their type, and no list has two items of one key, such as an
 * environment variable that an overlay adds a second time. A server refuses all of that first, when it merges what is applied.
 */
public final class FieldsAreDeclared implements Policy {
    /** Groups that custom resource definitions bring; {@link PublishedTypes} has theirs. */
    private static final Set<String> OF_OPERATORS =
            Set.of("external-secrets.io", "gateway.networking.k8s.io", "monitoring.coreos.com", "postgresql.cnpg.io");

    private static final AppliedSchema SCHEMA = new AppliedSchema();

    @Override
    public Stream<Finding> check(ManifestSet set) {
        return set.all()
                .filter(manifest -> !OF_OPERATORS.contains(manifest.group()))
                .flatMap(FieldsAreDeclared::object);
    }

    private static Stream<Finding> object(Manifest manifest) {
        Checks checks = new Checks(manifest, "");
        Optional<JsonNode> kind = SCHEMA.kind(manifest.apiVersion(), manifest.kind());
        checks.require(kind.isPresent(), "is of no kind in " + manifest.apiVersion());
        kind.ifPresent(type -> new Walk(checks).value("", type, manifest.tree()));
        return checks.findings();
    }

    /** Goes down an object beside its type. */
    private record Walk(Checks checks) {
        private void value(String at, JsonNode type, JsonNode value) {
            JsonNode allowed = SCHEMA.resolved(type);
            if (value.isObject() && allowed.has("map")) {
                fields(at, allowed.path("map"), value);
            } else if (value.isArray() && allowed.has("list")) {
                items(at, allowed.path("list"), value);
            } else {
                String scalar = allowed.path("scalar").asText();
                checks.require(
                        isScalar(scalar, value), at + " is " + value + (scalar.isEmpty() ? "" : " and not " + scalar));
            }
        }

        private static boolean isScalar(String type, JsonNode value) {
            return switch (type) {
                case "string" -> value.isTextual();
                case "numeric" -> value.isNumber();
                case "boolean" -> value.isBoolean();
                case "untyped" -> value.isValueNode();
                default -> false;
            };
        }

        private void fields(String at, JsonNode map, JsonNode value) {
            value.properties().forEach(property -> {
                String below = at + "/" + property.getKey().replace("/", "~1");
                Optional<JsonNode> type = SCHEMA.field(map, property.getKey())
                        .map(field -> field.path("type"))
                        .or(() -> Optional.ofNullable(map.get("elementType")));
                checks.require(type.isPresent(), below + " is not declared");
                type.ifPresent(each -> value(below, each, property.getValue()));
            });
        }

        private void items(String at, JsonNode list, JsonNode value) {
            boolean hasKeys = list.path("elementRelationship").asText().equals("associative");
            Set<String> seen = new HashSet<>();
            for (int i = 0; i < value.size(); i++) {
                JsonNode item = value.path(i);
                value(at + "/" + i, list.path("elementType"), item);
                if (hasKeys) {
                    String key = key(at + "/" + i, list, item);
                    checks.require(seen.add(key), at + " has two items with " + key);
                }
            }
        }

        /** What tells an item from others: some of its fields, or itself. */
        private String key(String at, JsonNode list, JsonNode item) {
            if (!list.has("keys")) {
                return item.toString();
            }
            JsonNode map = SCHEMA.resolved(list.path("elementType")).path("map");
            StringJoiner key = new StringJoiner(" ");
            list.path("keys").forEach(each -> {
                String name = each.asText();
                String value = item.has(name)
                        ? item.path(name).asText()
                        : SCHEMA.field(map, name)
                                .map(field -> field.path("default").asText())
                                .orElse("");
                checks.require(!value.isEmpty(), at + " has no " + name);
                key.add(name + "=" + value);
            });
            return key.toString();
        }
    }
}
