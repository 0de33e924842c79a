/** Dataflows, structures, concepts and lists of codes: what there is to ask for, and which of it a request finds. */
@NullMarked
package io.lancang.trade.sdmx.structure;

import org.jspecify.annotations.NullMarked;
