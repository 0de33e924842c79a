package io.lancang.k8s.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.lancang.k8s.manifest.Manifest;
import io.lancang.k8s.manifest.ManifestSet;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Each service's database is prepared by one job of the same version and with the same access, while pods only wait for it.
 * A job cannot change, so its name carries the version.
 */
public final class PreparationPrecedesPods implements Policy {
    private static final String KEY = "LANCANG_RELEASES_PREPARATION";

    @Override
    public Stream<Finding> check(ManifestSet set) {
        return set.ofKind("Deployment")
                .filter(each -> each.text("/metadata/labels/app.kubernetes.io~1component")
                        .equals("subgraph"))
                .flatMap(deployment -> service(set, deployment));
    }

    private static Stream<Finding> service(ManifestSet set, Manifest deployment) {
        Checks checks = new Checks(deployment, "");
        String image = deployment.text("/spec/template/spec/containers/0/image");
        String tag = image.replaceFirst("@.*", "").replaceFirst(".*:", "");
        checks.require(value(deployment, KEY).equals("expected"), "its pods prepare the database themselves");
        Optional<Manifest> found = set.find("Job", deployment.name() + "-preparation-" + tag);
        checks.require(found.isPresent(), "there is no Job " + deployment.name() + "-preparation-" + tag);
        found.ifPresent(job -> {
            checks.require(value(job, KEY).equals("and-exit"), job + " does not end");
            checks.require(
                    job.text("/spec/template/spec/containers/0/image").equals(image), job + " has another image");
            Manifest.items(deployment.at("/spec/template/spec/containers/0/env"))
                    .filter(variable ->
                            variable.path("name").asText().matches("(QUARKUS_DATASOURCE|LANCANG_DATABASE)_.*"))
                    .forEach(variable -> checks.require(
                            Manifest.items(job.at("/spec/template/spec/containers/0/env"))
                                    .anyMatch(variable::equals),
                            job + " has another " + variable.path("name").asText()));
        });
        return checks.findings();
    }

    private static String value(Manifest workload, String key) {
        return Manifest.items(workload.at("/spec/template/spec/containers/0/env"))
                .filter(variable -> variable.path("name").asText().equals(key))
                .map(variable -> variable.path("value"))
                .map(JsonNode::asText)
                .findFirst()
                .orElse("");
    }
}
