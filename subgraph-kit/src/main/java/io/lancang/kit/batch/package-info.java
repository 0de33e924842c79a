/**
 * Many fields of one request answered by one call, each key with its own arguments.
 * Knows no database: what a batch does with its keys is the caller's business.
 */
@NullMarked
package io.lancang.kit.batch;

import org.jspecify.annotations.NullMarked;
