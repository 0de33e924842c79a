/**
 * Makes pages of the Markdown in the repository while it is built, and fails the build where a link leads nowhere. Knows files and
 * Markdown alone; no other package of the build's uses it but the one above.
 */
@NullMarked
package io.lancang.explorer.assembly.docs;

import org.jspecify.annotations.NullMarked;
