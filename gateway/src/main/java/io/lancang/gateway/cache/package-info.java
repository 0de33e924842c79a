/**
 * The cache of subgraphs' answers: what the engine asks is answered from what is kept, and only the rest is asked for. Never reads
 * into an answer further than to its entities and root fields, and never decides who may see what.
 */
@NullMarked
package io.lancang.gateway.cache;

import org.jspecify.annotations.NullMarked;
