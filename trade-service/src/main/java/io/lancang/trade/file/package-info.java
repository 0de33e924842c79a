/**
 * How each packaged file is read, and in which order. Files of figures that somebody else brings are read by intake.
 * How a release is loaded and kept is the kit's.
 */
@NullMarked
package io.lancang.trade.file;

import org.jspecify.annotations.NullMarked;
