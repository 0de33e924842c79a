package io.lancang.k8s.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.lancang.k8s.manifest.Manifest;
import io.lancang.k8s.manifest.ManifestSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Proxies bring clients to a subgraph for loading files and nothing else: its graph answers what the gateway leaves out for
 * want of rights, and with errors that are not masked. Loading needs a token, so where there is such a way in, pods know who
 * issues tokens, and for whom.
 */
public final class StewardsGetNoGraph implements Policy {
    private static final Set<String> OF_STEWARDS = Set.of("/releases", "/loads", "/datasets");
    private static final Set<String> TOKENS =
            Set.of("QUARKUS_OIDC_TENANT_ENABLED", "QUARKUS_OIDC_AUTH_SERVER_URL", "QUARKUS_OIDC_TOKEN_AUDIENCE");

    @Override
    public Stream<Finding> check(ManifestSet set) {
        return Stream.concat(
                set.ofKind("HTTPRoute").flatMap(route -> route(set, route)),
                set.ofKind("Ingress").flatMap(ingress -> ingress(set, ingress)));
    }

    private static Stream<Finding> route(ManifestSet set, Manifest route) {
        Checks checks = new Checks(route, "");
        route.each("/spec/rules")
                .forEach(rule -> Manifest.items(rule.path("backendRefs"))
                        .map(backend -> backend.path("name").asText())
                        .filter(service -> isSubgraph(set, service))
                        .forEach(service -> {
                            checks.require(!rule.path("matches").isEmpty(), "brings every path to " + service);
                            Manifest.items(rule.path("matches")).forEach(match -> {
                                String path = reached(rule, match);
                                checks.require(OF_STEWARDS.contains(path), "brings " + path + " to " + service);
                            });
                            tokens(set, service, checks);
                        }));
        return checks.findings();
    }

    /** What a path has become when the service gets it. */
    private static String reached(JsonNode rule, JsonNode match) {
        return Manifest.items(rule.path("filters"))
                .map(filter -> filter.at("/urlRewrite/path/replacePrefixMatch").asText())
                .filter(path -> !path.isEmpty())
                .findFirst()
                .orElseGet(() -> match.at("/path/value").asText("/"));
    }

    private static Stream<Finding> ingress(ManifestSet set, Manifest ingress) {
        Checks checks = new Checks(ingress, "");
        ingress.each("/spec/rules")
                .flatMap(rule -> Manifest.items(rule.at("/http/paths")))
                .forEach(path -> {
                    String service = path.at("/backend/service/name").asText();
                    checks.require(
                            !isSubgraph(set, service)
                                    || OF_STEWARDS.contains(path.path("path").asText()),
                            "brings " + path.path("path").asText() + " to " + service);
                });
        return checks.findings();
    }

    private static void tokens(ManifestSet set, String service, Checks checks) {
        for (String key : TOKENS) {
            checks.require(
                    set.find("Deployment", service).stream()
                            .flatMap(each -> each.each("/spec/template/spec/containers/0/env"))
                            .anyMatch(variable -> variable.path("name").asText().equals(key)),
                    service + " has no " + key);
        }
    }

    private static boolean isSubgraph(ManifestSet set, String service) {
        return set.find("Service", service)
                .filter(each -> each.text("/metadata/labels/app.kubernetes.io~1component")
                        .equals("subgraph"))
                .isPresent();
    }
}
