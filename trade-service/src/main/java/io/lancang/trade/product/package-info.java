/**
 * Products by classification: titles, the tree that they form, and which codes of two classifications mean the same.
 * How much of a product is traded belongs to the features that tell flows.
 */
@NullMarked
package io.lancang.trade.product;

import org.jspecify.annotations.NullMarked;
