/**
 * What changes facts, and what tells of changes: files and their releases, single facts of stewards, events.
 */
@NullMarked
package io.lancang.corridor.changes;

import org.jspecify.annotations.NullMarked;
