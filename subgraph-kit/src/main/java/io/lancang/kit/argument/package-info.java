/**
 * Arguments of the graph: where the GraphQL extension does not read them as it declares them, and what holds for lists everywhere.
 * What an argument means belongs to the service.
 */
@NullMarked
package io.lancang.kit.argument;

import org.jspecify.annotations.NullMarked;
