/**
 * What a service does before it answers: migrate, load the files that ship with it, or wait until another process has.
 * Files that somebody sends are taken by intake.
 */
@NullMarked
package io.lancang.kit.startup;

import org.jspecify.annotations.NullMarked;
