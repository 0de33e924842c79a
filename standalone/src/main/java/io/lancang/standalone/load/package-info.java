/**
 * {@code ./lancang import}: sends a file to a service and reports what becomes of it. It knows the service by its HTTP
 * interface only, so it loads into a cluster as it does into the local set.
 */
@NullMarked
package io.lancang.standalone.load;

import org.jspecify.annotations.NullMarked;
