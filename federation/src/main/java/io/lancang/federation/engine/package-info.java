/**
 * Where operations come in. Each is parsed, validated and planned once ({@link io.lancang.federation.engine.Preparation}), then admitted with
 * the values of a request, and run.
 */
@NullMarked
package io.lancang.federation.engine;

import org.jspecify.annotations.NullMarked;
