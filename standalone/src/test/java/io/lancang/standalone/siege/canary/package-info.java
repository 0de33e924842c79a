/**
 * The clients that mean no harm: one asks the same small query ten times a second, one a new document every second. How they
 * fare is how every other client fares. Nothing here attacks.
 */
@NullMarked
package io.lancang.standalone.siege.canary;

import org.jspecify.annotations.NullMarked;
