/**
 * When works are to begin, to be done and to open, by statement: what was announced, and on which day. What is in service, the
 * status says, and never a plan.
 */
@NullMarked
package io.lancang.corridor.feature.milestone;

import org.jspecify.annotations.NullMarked;
