/**
 * The errors that a client of the engine can get, with the codes that stay stable across releases. What causes them is
 * decided by the packages that raise them.
 */
@NullMarked
package io.lancang.federation.error;

import org.jspecify.annotations.NullMarked;
