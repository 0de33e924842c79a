/**
 * Processes that run out of memory when a test wants them to: a small application that stands for a built one, and an agent that
 * eats the memory of a running one. No test is here.
 */
@NullMarked
package io.lancang.standalone.memory;

import org.jspecify.annotations.NullMarked;
