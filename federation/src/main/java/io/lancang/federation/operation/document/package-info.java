/** Reads documents and holds them to the rules of GraphQL and to bounds, before anything is made of them. */
@NullMarked
package io.lancang.federation.operation.document;

import org.jspecify.annotations.NullMarked;
