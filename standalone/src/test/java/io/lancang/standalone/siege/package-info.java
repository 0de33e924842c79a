/**
 * {@code ./lancang siege}: starts the set with the limits that it ships with, attacks it in every way that we know of, and
 * measures how other clients fare and what the processes keep. It is among the tests, so that no release carries it. Nothing
 * here reaches another machine.
 */
@NullMarked
package io.lancang.standalone.siege;

import org.jspecify.annotations.NullMarked;
