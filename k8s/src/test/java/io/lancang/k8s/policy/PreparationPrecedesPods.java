package io.lancang.k8s.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.lancang.k8s.manifest.Manifest;
import io.lancang.k8s.manifest.ManifestSet;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Each service's database is prepared by one job of the same image and with the same access, while pods only wait for it.
 * A job cannot change, so its name ends with a hash of what it says: another image or variable is another job.
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
        checks.require(value(deployment, KEY).equals("expected"), "its pods prepare the database themselves");
        String name = deployment.name() + "-preparation";
        Optional<Manifest> found =
                set.ofKind("Job").filter(each -> each.name().startsWith(name)).findFirst();
        checks.require(found.isPresent(), "there is no Job " + name);
        found.ifPresent(job -> {
            checks.require(
                    job.isNamed(name) && !job.name().equals(name),
                    job + " would be refused once anything of it changes");
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
