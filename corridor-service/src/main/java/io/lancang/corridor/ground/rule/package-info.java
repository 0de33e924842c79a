/** The rules of facts, each stated once: files and the mutations of stewards ask the same ones. */
@NullMarked
package io.lancang.corridor.ground.rule;

import org.jspecify.annotations.NullMarked;
