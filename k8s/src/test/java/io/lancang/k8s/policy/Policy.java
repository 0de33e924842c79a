package io.lancang.k8s.policy;

import io.lancang.k8s.manifest.ManifestSet;
import java.util.stream.Stream;

/** One rule for what is deployed together. */
public interface Policy {
    /** Where it is broken. */
    Stream<Finding> check(ManifestSet set);
}
