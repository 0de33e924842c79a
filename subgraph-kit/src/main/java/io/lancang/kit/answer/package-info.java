/**
 * Answers on their way to whoever asked: how much of them may lie unread, and for how long. What is in them is unknown here.
 */
@NullMarked
package io.lancang.kit.answer;

import org.jspecify.annotations.NullMarked;
