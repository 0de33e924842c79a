package io.lancang.k8s.policy;

import io.lancang.k8s.manifest.ManifestSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** An image is named by a digest, a version or a commit, so that the same manifests are the same programs. */
public final class ImagesAreFixed implements Policy {
    private static final Pattern FIXED =
            Pattern.compile(".+(@sha256:[0-9a-f]{64}|:[0-9a-f]{40}|:v?[0-9]+(\\.[0-9]+)+[-.\\w]*)");

    @Override
    public Stream<Finding> check(ManifestSet set) {
        return set.pods()
                .flatMap(pod -> pod.containers()
                        .map(container -> container.path("image").asText())
                        .filter(image -> !FIXED.matcher(image).matches() || image.endsWith("-SNAPSHOT"))
                        .map(image -> new Finding(
                                pod.owner(), "image " + image + " is neither a version nor a commit nor a digest")));
    }
}
