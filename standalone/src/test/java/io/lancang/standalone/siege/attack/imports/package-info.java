/**
 * Attacks by files, sent to a service by somebody whose token lets them load. Nothing here is meant to be kept: each file has
 * a fault, or is only checked.
 */
@NullMarked
package io.lancang.standalone.siege.attack.imports;

import org.jspecify.annotations.NullMarked;
