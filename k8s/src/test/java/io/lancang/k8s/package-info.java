/**
 * Tests that hold the manifests. They render what would be deployed and judge the result, never the sources; no cluster is
 * needed and none is ever asked.
 */
@NullMarked
package io.lancang.k8s;

import org.jspecify.annotations.NullMarked;
