/**
 * Which page of a list is wanted, and rules of texts that several features have. Which rows a list has belongs to its feature.
 */
@NullMarked
package io.lancang.integration.page;

import org.jspecify.annotations.NullMarked;
