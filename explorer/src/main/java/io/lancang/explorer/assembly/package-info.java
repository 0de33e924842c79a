/**
 * Runs in the build only: gives each file of {@code src/main/web} a name by its content, puts that name wherever the file is
 * referred to, compresses it, and lists all in a catalogue. It is no bundler: a module stays a file, and scripts stay as written.
 */
@NullMarked
package io.lancang.explorer.assembly;

import org.jspecify.annotations.NullMarked;
