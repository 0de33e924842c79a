/** The rules that rendered manifests keep: one rule is one class. None looks at what the applications are. */
@NullMarked
package io.lancang.k8s.policy;

import org.jspecify.annotations.NullMarked;
