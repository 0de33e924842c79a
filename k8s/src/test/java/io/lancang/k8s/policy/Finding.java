package io.lancang.k8s.policy;

import io.lancang.k8s.manifest.Manifest;

/**
 * A rule that an object breaks.
 *
 * @param manifest the object
 * @param problem what is wrong with it
 */
public record Finding(Manifest manifest, String problem) {
    @Override
    public String toString() {
        return manifest + ": " + problem;
    }
}
