/** Manifests as kustomize renders them, and how to find one's way in them. What is right or wrong, others say. */
@NullMarked
package io.lancang.k8s.manifest;

import org.jspecify.annotations.NullMarked;
