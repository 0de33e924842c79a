package io.lancang.k8s.compose;

import com.fasterxml.jackson.databind.JsonNode;
import io.lancang.k8s.manifest.Home;
import io.lancang.k8s.manifest.Manifest;
import io.lancang.k8s.manifest.ManifestSet;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a Compose file owes to the manifests, and to whoever starts it. Each rule gives its findings in words. */
final class ComposeRules {
    /** What pods have and containers do without: nobody routes here, and errors stay masked as in production. */
    private static final Set<String> OF_CLUSTERS =
            Set.of("QUARKUS_SHUTDOWN_DELAY", "LANCANG_GATEWAY_SUBGRAPH_ERRORS_MASK");

    private static final String REQUIRED = "\\$\\{[A-Z_]+:\\?.*}";

    private final ComposeFile file;

    ComposeRules(ComposeFile file) {
        this.file = file;
    }

    /** A service sets the variables that the workload's container has, to the same values where these are not secret. */
    List<String> environment(String service, Manifest workload) {
        Map<String, String> expected = new TreeMap<>();
        Manifest.items(container(workload).path("env"))
                .filter(variable -> !OF_CLUSTERS.contains(variable.path("name").asText()))
                .forEach(variable -> expected.put(
                        variable.path("name").asText(), variable.path("value").asText("")));
        Map<String, String> actual = file.environment(service);
        List<String> findings = new ArrayList<>();
        Set<String> names = new TreeSet<>(expected.keySet());
        names.addAll(actual.keySet());
        for (String name : names) {
            if (!actual.containsKey(name)) {
                findings.add(service + " lacks " + name);
            } else if (!expected.containsKey(name)) {
                findings.add(service + " has " + name + ", which no pod has");
            } else if (!expected.getOrDefault(name, "").isEmpty()
                    && !expected.get(name).equals(whereWanted(actual.get(name)))) {
                findings.add(service + " has " + name + "=" + actual.get(name) + ", pods " + expected.get(name));
            }
        }
        return findings;
    }

    /** The value that a variable has where what it depends on is set. */
    private static String whereWanted(String value) {
        return value.replaceFirst("^\\$\\{[A-Z_]+:\\+(.*)}$", "$1");
    }

    /** A service runs the image of the workload, with its memory where it serves. */
    List<String> image(String service, Manifest workload) {
        String expected = container(workload).path("image").asText();
        String actual = file.service(service).path("image").asText().replaceFirst("\\$\\{LANCANG_VERSION:-(.*)}", "$1");
        List<String> findings = new ArrayList<>();
        if (!expected.equals(actual)) {
            findings.add(service + " runs " + actual + ", pods " + expected);
        }
        String memory = container(workload).at("/resources/limits/memory").asText();
        String limit = file.service(service).path("mem_limit").asText();
        if (expected.startsWith("lancang/") && !limit.equals(memory.replace("Mi", "m"))) {
            findings.add(service + " may take '" + limit + "' of memory, pods " + memory);
        }
        return findings;
    }

    /** A service that serves is asked for its readiness where pods are. */
    List<String> health(String service, Manifest workload) {
        JsonNode probe = container(workload).at("/readinessProbe/httpGet");
        String port = port(workload, probe.path("port").asText());
        String test = file.service(service).at("/healthcheck/test").toString();
        return test.contains("/dev/tcp/127.0.0.1/" + port + " ")
                        && test.contains("GET " + probe.path("path").asText() + " ")
                ? List.of()
                : List.of(service + " is not asked for " + probe.path("path").asText() + " at " + port + ": " + test);
    }

    /** The gateway alone is published, on loopback, at the port that pods serve. */
    List<String> published(Manifest gateway) {
        List<String> findings = new ArrayList<>();
        file.services()
                .forEach((name, service) -> ComposeFile.texts(service.path("ports"))
                        .filter(port -> !name.equals("gateway")
                                || !port.matches("127\\.0\\.0\\.1:\\$\\{LANCANG_PORT:-\\d+}:" + port(gateway, "http")))
                        .forEach(port -> findings.add(name + " publishes " + port)));
        return findings;
    }

    /** Nothing starts without passwords that somebody has set. */
    List<String> passwords() {
        List<String> findings = new ArrayList<>();
        file.services()
                .keySet()
                .forEach(name -> file.environment(name).forEach((variable, value) -> {
                    if (variable.endsWith("PASSWORD") && !value.matches(REQUIRED)) {
                        findings.add(name + " has a password for everybody: " + variable);
                    }
                }));
        return findings;
    }

    /** Containers of the applications may do what pods may. */
    List<String> restrictions() {
        List<String> findings = new ArrayList<>();
        file.services().forEach((name, service) -> {
            if (service.path("image").asText().startsWith("lancang/")
                    && !(service.path("read_only").asBoolean()
                            && service.path("user").asText().equals("10001:10001")
                            && service.path("cap_drop").toString().equals("[\"ALL\"]")
                            && service.path("security_opt").toString().equals("[\"no-new-privileges:true\"]"))) {
                findings.add(name + " may do more than its pod");
            }
        });
        return findings;
    }

    /** What is referred to is there: services, networks, volumes, files of the repository. */
    List<String> references() {
        List<String> findings = new ArrayList<>();
        file.services().forEach((name, service) -> {
            file.dangling(service).forEach(missing -> findings.add(name + " refers to " + missing));
            ComposeFile.texts(service.path("volumes"))
                    .map(volume -> volume.split(":", 2)[0])
                    .filter(source -> source.startsWith("."))
                    .filter(source -> Files.notExists(Home.repository().resolve(source)))
                    .forEach(source -> findings.add(name + " mounts " + source));
        });
        return findings;
    }

    static ManifestSet manifests() {
        return ManifestSet.render("test/overlays/dev-keys");
    }

    private static JsonNode container(Manifest workload) {
        return workload.at("/spec/template/spec/containers/0");
    }

    private static String port(Manifest workload, String name) {
        return Manifest.items(container(workload).path("ports"))
                .filter(port -> port.path("name").asText().equals(name))
                .map(port -> port.path("containerPort").asText())
                .findFirst()
                .orElse("");
    }
}
