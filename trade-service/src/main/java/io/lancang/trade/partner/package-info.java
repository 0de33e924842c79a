/**
 * Partners: the countries, economies, former states and aggregates that China reports trade with, by code.
 * Figures about a partner live in the features that serve them.
 */
@NullMarked
package io.lancang.trade.partner;

import org.jspecify.annotations.NullMarked;
