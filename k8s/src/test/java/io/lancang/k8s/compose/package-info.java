/**
 * Tests of the Compose files, which give containers what the manifests give pods, and of the container that people develop in. What lives
 * here reads files; nothing here starts a container.
 */
@NullMarked
package io.lancang.k8s.compose;

import org.jspecify.annotations.NullMarked;
