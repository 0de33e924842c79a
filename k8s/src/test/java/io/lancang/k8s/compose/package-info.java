/**
 * Tests of the Compose files: they give containers what the manifests give pods. What lives here reads files; nothing here starts a
 * container.
 */
@NullMarked
package io.lancang.k8s.compose;

import org.jspecify.annotations.NullMarked;
