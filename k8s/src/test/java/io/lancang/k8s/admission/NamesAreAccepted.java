package io.lancang.k8s.admission;

import com.fasterxml.jackson.databind.JsonNode;
import io.lancang.k8s.manifest.Manifest;
import io.lancang.k8s.manifest.ManifestSet;
import io.lancang.k8s.manifest.PodTemplate;
import io.lancang.k8s.policy.Checks;
import io.lancang.k8s.policy.Finding;
import io.lancang.k8s.policy.Policy;
import java.util.stream.Stream;

/**
 * Names have the form and length of their kind. Some kinds put their name, longer by what they add to it, into a label or a
 * name of something else, which is what bounds it.
 */
public final class NamesAreAccepted implements Policy {
    /** A label value takes 63; a StatefulSet adds a hash, as in {@code name-5d8c7f9b64}. */
    private static final int STATEFUL_SET_LENGTH = 52;

    /** A Job's name is a label of its pods. */
    private static final int JOB_LENGTH = 63;

    /** CloudNativePG adds {@code -rw}, {@code -app}, numbers and more. */
    private static final int CLUSTER_LENGTH = 50;

    @Override
    public Stream<Finding> check(ManifestSet set) {
        return Stream.concat(
                set.all().flatMap(NamesAreAccepted::object), set.pods().flatMap(NamesAreAccepted::pod));
    }

    private static Stream<Finding> object(Manifest manifest) {
        Checks checks = new Checks(manifest, "");
        String name = manifest.name();
        switch (manifest.kind()) {
            case "Service" ->
                checks.require(Syntax.isServiceName(name), "its name is no label that begins with a letter");
            case "Namespace" -> checks.require(Syntax.isLabel(name), "its name is no DNS label");
            case "StatefulSet" -> bounded(checks, name, STATEFUL_SET_LENGTH);
            case "Job" -> {
                bounded(checks, name, JOB_LENGTH);
                checks.require(
                        name.indexOf('.') < 0,
                        "its pods' host names would have its dots, of which an API server warns");
            }
            case "Cluster" -> {
                checks.require(Syntax.isServiceName(name), "its name is no label that begins with a letter");
                bounded(checks, name, CLUSTER_LENGTH);
            }
            default -> checks.require(Syntax.isSubdomain(name), "its name is no DNS subdomain");
        }
        return checks.findings();
    }

    private static void bounded(Checks checks, String name, int length) {
        checks.require(Syntax.isSubdomain(name), "its name is no DNS subdomain");
        checks.require(name.length() <= length, "its name is longer than " + length);
    }

    private static Stream<Finding> pod(PodTemplate pod) {
        Checks checks = new Checks(pod.owner(), "");
        Stream.concat(pod.containers(), Manifest.items(pod.spec().path("volumes")))
                .map(each -> each.path("name"))
                .map(JsonNode::asText)
                .forEach(name -> checks.require(Syntax.isLabel(name), "'" + name + "' is no DNS label"));
        pod.containers()
                .flatMap(container -> Manifest.items(container.path("ports")))
                .map(port -> port.path("name").asText())
                .forEach(name -> checks.require(
                        Syntax.isPortName(name), "'" + name + "' is no name of a port: at most 15 of a-z, 0-9 and -"));
        return checks.findings();
    }
}
