/**
 * What published schemas say of objects: fields, types, keys of lists, values. They are Kubernetes' own and those of the
 * makers of the custom kinds, in versions that are named. What no schema says and is refused all the same, {@code admission} has.
 */
@NullMarked
package io.lancang.k8s.schema;

import org.jspecify.annotations.NullMarked;
