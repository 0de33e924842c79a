package io.lancang.k8s.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.Quantity;
import io.lancang.k8s.manifest.Manifest;
import io.lancang.k8s.manifest.ManifestSet;
import io.lancang.k8s.manifest.PodTemplate;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A service refuses an upload before its volume for temporary files is full: a pod that takes more of an {@code emptyDir}
 * than its limit is evicted, with all that it answers. Some room is left for what libraries put there.
 */
public final class UploadsFitTheirVolume implements Policy {
    private static final String KEY = "LANCANG_INTAKE_SPOOL_LIMIT";
    /** As Quarkus reads sizes, M is what Kubernetes calls Mi. */
    private static final Pattern MEGABYTES = Pattern.compile("[0-9]+M");

    /** Takes no files. */
    private static final String WITHOUT_UPLOADS = "integration-service";

    private static final BigDecimal OTHERS = Quantity.getAmountInBytes(new Quantity("32Mi"));

    @Override
    public Stream<Finding> check(ManifestSet set) {
        return set.pods()
                .filter(pod -> pod.serves()
                        && pod.labels()
                                .path("app.kubernetes.io/component")
                                .asText()
                                .equals("subgraph"))
                .filter(pod -> !pod.owner().name().equals(WITHOUT_UPLOADS))
                .flatMap(UploadsFitTheirVolume::pod);
    }

    private static Stream<Finding> pod(PodTemplate pod) {
        Checks checks = new Checks(pod.owner(), "");
        Optional<BigDecimal> limit = pod.containers()
                .flatMap(container -> Manifest.items(container.path("env")))
                .filter(variable -> variable.path("name").asText().equals(KEY))
                .map(variable -> variable.path("value").asText())
                .filter(value -> MEGABYTES.matcher(value).matches())
                .map(value -> Quantity.getAmountInBytes(new Quantity(value + "i")))
                .findFirst();
        checks.require(limit.isPresent(), KEY + " is not set to a number of M");
        limit.ifPresent(bytes -> Manifest.items(pod.spec().path("volumes"))
                .map(volume -> volume.at("/emptyDir/sizeLimit"))
                .filter(JsonNode::isTextual)
                .forEach(size -> checks.require(
                        Quantity.getAmountInBytes(new Quantity(size.asText())).compareTo(bytes.add(OTHERS)) >= 0,
                        "uploads may take more than the volume of " + size.asText() + " has beside 32Mi for others")));
        return checks.findings();
    }
}
