/**
 * Subgraphs for tests: real graphql-java schemas with real {@code _entities}, in memory. Nothing here knows how a request
 * came about.
 */
@NullMarked
package io.lancang.federation.testing;

import org.jspecify.annotations.NullMarked;
