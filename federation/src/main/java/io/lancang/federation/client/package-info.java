/**
 * What users of the engine provide: a way to subgraphs. It is the engine's only way out.
 */
@NullMarked
package io.lancang.federation.client;

import org.jspecify.annotations.NullMarked;
