/**
 * Measures the service on a generated network, as a process of its own over HTTP: {@code ./lancang bench corridor}.
 * Prints figures and judges none.
 */
@NullMarked
package io.lancang.corridor.bench;

import org.jspecify.annotations.NullMarked;
