/** What manifests and built applications promise each other: ports, paths, configuration keys, metrics, times. */
@NullMarked
package io.lancang.k8s.contract;

import org.jspecify.annotations.NullMarked;
