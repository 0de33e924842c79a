/**
 * The present, and rules of texts that several features have.
 */
@NullMarked
package io.lancang.integration.page;

import org.jspecify.annotations.NullMarked;
