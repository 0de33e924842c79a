/** Measures how fast a set sends its data as files, and with how much memory. Nothing here is a test. */
@NullMarked
package io.lancang.standalone.exports;

import org.jspecify.annotations.NullMarked;
