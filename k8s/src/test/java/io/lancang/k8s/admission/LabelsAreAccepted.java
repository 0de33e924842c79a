package io.lancang.k8s.admission;

import com.fasterxml.jackson.databind.JsonNode;
import io.lancang.k8s.manifest.ManifestSet;
import io.lancang.k8s.policy.Checks;
import io.lancang.k8s.policy.Finding;
import io.lancang.k8s.policy.Policy;
import java.util.stream.Stream;

/** Labels, selectors by them and annotations have keys and values of their form, wherever in an object they are. */
public final class LabelsAreAccepted implements Policy {
    @Override
    public Stream<Finding> check(ManifestSet set) {
        return set.all().flatMap(manifest -> {
            Checks checks = new Checks(manifest, "");
            // The labels within a rule are Prometheus', which have another form.
            boolean ofPrometheus = manifest.kind().equals("PrometheusRule");
            walk(ofPrometheus ? manifest.at("/metadata") : manifest.tree(), checks);
            return checks.findings();
        });
    }

    private static void walk(JsonNode node, Checks checks) {
        node.properties().forEach(property -> {
            switch (property.getKey()) {
                case "labels", "matchLabels" -> labels(property.getValue(), checks);
                case "annotations" -> annotations(property.getValue(), checks);
                default -> walk(property.getValue(), checks);
            }
        });
        if (node.isArray()) {
            node.forEach(item -> walk(item, checks));
        }
    }

    private static void labels(JsonNode labels, Checks checks) {
        labels.properties().forEach(label -> {
            checks.require(Syntax.isQualifiedName(label.getKey()), "'" + label.getKey() + "' is no key of a label");
            checks.require(
                    label.getValue().isTextual()
                            && Syntax.isLabelValue(label.getValue().asText()),
                    label.getValue() + " is no value of a label");
        });
    }

    private static void annotations(JsonNode annotations, Checks checks) {
        annotations.properties().forEach(each -> {
            checks.require(Syntax.isQualifiedName(each.getKey()), "'" + each.getKey() + "' is no key of an annotation");
            checks.require(each.getValue().isTextual(), each.getValue() + " is no text, as annotations are");
        });
    }
}
