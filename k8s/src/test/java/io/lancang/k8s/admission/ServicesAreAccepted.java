package io.lancang.k8s.admission;

import com.fasterxml.jackson.databind.JsonNode;
import io.lancang.k8s.manifest.Manifest;
import io.lancang.k8s.manifest.ManifestSet;
import io.lancang.k8s.policy.Checks;
import io.lancang.k8s.policy.Finding;
import io.lancang.k8s.policy.Policy;
import java.util.Set;
import java.util.stream.Stream;

/** A Service has ports, each with a number and, beside others, a name; an Ingress has hosts and absolute paths. */
public final class ServicesAreAccepted implements Policy {
    private static final Set<String> TYPES = Set.of("", "ClusterIP", "NodePort", "LoadBalancer", "ExternalName");
    private static final Set<String> PATHS = Set.of("Exact", "Prefix", "ImplementationSpecific");

    @Override
    public Stream<Finding> check(ManifestSet set) {
        return Stream.concat(
                set.ofKind("Service").flatMap(ServicesAreAccepted::service),
                set.ofKind("Ingress").flatMap(ServicesAreAccepted::ingress));
    }

    private static Stream<Finding> service(Manifest service) {
        Checks checks = new Checks(service, "");
        checks.require(TYPES.contains(service.text("/spec/type")), "its type is none of " + TYPES);
        JsonNode ports = service.at("/spec/ports");
        checks.require(!ports.isEmpty(), "has no ports");
        Manifest.items(ports).forEach(port -> {
            String name = port.path("name").asText();
            checks.require(name.isEmpty() ? ports.size() == 1 : Syntax.isLabel(name), "'" + name + "' names no port");
            checks.require(Syntax.isPortNumber(port.path("port")), port.path("port") + " is no port");
            checks.require(
                    !port.has("targetPort") || Syntax.isPort(port.path("targetPort")),
                    "targetPort " + port.path("targetPort") + " is no port");
            checks.require(
                    !port.has("appProtocol")
                            || Syntax.isQualifiedName(port.path("appProtocol").asText()),
                    port.path("appProtocol") + " is no protocol");
        });
        return checks.findings();
    }

    private static Stream<Finding> ingress(Manifest ingress) {
        Checks checks = new Checks(ingress, "");
        ingress.each("/spec/tls")
                .flatMap(tls -> Manifest.items(tls.path("hosts")))
                .forEach(host -> host(host, checks));
        ingress.each("/spec/rules").forEach(rule -> {
            host(rule.path("host"), checks);
            Manifest.items(rule.at("/http/paths")).forEach(path -> path(path, checks));
        });
        return checks.findings();
    }

    private static void host(JsonNode host, Checks checks) {
        checks.require(Syntax.isSubdomain(host.asText().replaceFirst("^\\*\\.", "")), host + " is no host name");
    }

    private static void path(JsonNode path, Checks checks) {
        String type = path.path("pathType").asText();
        String text = path.path("path").asText();
        checks.require(PATHS.contains(type), "pathType '" + type + "' is none of " + PATHS);
        checks.require(
                type.equals("ImplementationSpecific") || Paths.isAbsolute(text), "'" + text + "' is no absolute path");
        JsonNode port = path.at("/backend/service/port");
        checks.require(port.has("name") != port.has("number"), "its backend's port has not either a name or a number");
    }
}
