/**
 * Text that comes from outside, and what must hold before anything is made of it: its encoding, its length, the digits of a
 * number. What the text means is never decided here.
 */
@NullMarked
package io.lancang.kit.text;

import org.jspecify.annotations.NullMarked;
