package io.lancang.k8s.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.lancang.k8s.manifest.Manifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a generated and a hand-written workload do not agree on: names, ports, probes, image, keys of configuration. Only what
 * the generated one knows of is compared; it knows nothing of policies.
 */
final class Differences {
    /** Every generated manifest has it; no application reads it. */
    private static final String GENERATED_VARIABLE = "KUBERNETES_NAMESPACE";

    private final JsonNode generated;
    private final JsonNode written;
    private final List<String> all = new ArrayList<>();

    Differences(Manifest generated, Manifest written) {
        this.generated = generated.at("/spec/template/spec/containers/0");
        this.written = written.at("/spec/template/spec/containers/0");
        same(
                "name",
                this.generated.path("name").asText(),
                this.written.path("name").asText());
        same("image", repository(this.generated), repository(this.written));
        ports();
        List.of("startupProbe", "livenessProbe", "readinessProbe").forEach(this::probe);
        variables();
    }

    List<String> all() {
        return List.copyOf(all);
    }

    private void same(String what, Object ofGenerated, Object ofWritten) {
        if (!ofGenerated.equals(ofWritten)) {
            all.add(what + " is " + ofWritten + ", and generated as " + ofGenerated);
        }
    }

    private static String repository(JsonNode container) {
        return container
                .path("image")
                .asText()
                .replaceFirst("^docker\\.io/", "")
                .replaceFirst(":[^:/]*$", "");
    }

    private void ports() {
        Manifest.items(generated.path("ports"))
                .forEach(port -> same(
                        "port " + port.path("name").asText(),
                        port.path("containerPort").asInt(),
                        number(port.path("name"))));
    }

    private void probe(String name) {
        JsonNode expected = generated.path(name).path("httpGet");
        JsonNode actual = written.path(name).path("httpGet");
        same(name, expected.path("path").asText(), actual.path("path").asText());
        same(name + "'s port", expected.path("port").asInt(), number(actual.path("port")));
    }

    private int number(JsonNode port) {
        return port.isInt()
                ? port.asInt()
                : Manifest.items(written.path("ports"))
                        .filter(each -> each.path("name").equals(port))
                        .map(each -> each.path("containerPort").asInt())
                        .findFirst()
                        .orElse(0);
    }

    private void variables() {
        Manifest.items(generated.path("env"))
                .filter(variable -> !variable.path("name").asText().equals(GENERATED_VARIABLE))
                .forEach(variable -> {
                    Optional<JsonNode> same = Manifest.items(written.path("env"))
                            .filter(each -> each.path("name").equals(variable.path("name")))
                            .findFirst();
                    same(variable.path("name").asText(), Optional.of(variable), same);
                });
    }
}
