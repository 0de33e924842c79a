package io.lancang.k8s.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.lancang.k8s.manifest.Manifest;
import io.lancang.k8s.manifest.PodTemplate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The environment variables of a workload, seen as keys of configuration. */
final class Environment {
    private Environment() {}

    /** The variables of all containers of a workload. */
    static Stream<JsonNode> of(Manifest workload) {
        return workload.pods().stream()
                .flatMap(PodTemplate::containers)
                .flatMap(container -> Manifest.items(container.path("env")));
    }

    /** The names of variables that set no key. */
    static List<String> unknown(Manifest workload, Set<String> keys) {
        List<Pattern> variables = keys.stream().map(Environment::variable).toList();
        return of(workload)
                .map(variable -> variable.path("name").asText())
                .filter(name ->
                        variables.stream().noneMatch(each -> each.matcher(name).matches()))
                .toList();
    }

    /** The value of a key in a workload: that of its variable, or the application's own. */
    static String value(Manifest workload, String key, Map<String, String> configuration) {
        Pattern name = variable(key);
        return of(workload)
                .filter(variable -> name.matcher(variable.path("name").asText()).matches())
                .map(variable -> variable.path("value").asText())
                .findFirst()
                .orElseGet(() -> configuration.getOrDefault(key, ""));
    }

    private static Pattern variable(String key) {
        return Pattern.compile(key.replace("*", "\u0000")
                .replaceAll("[^a-zA-Z0-9\u0000]", "_")
                .toUpperCase(Locale.ROOT)
                .replace("\u0000", ".+"));
    }
}
