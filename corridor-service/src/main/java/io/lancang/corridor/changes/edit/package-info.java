/**
 * Single facts that a steward adds or changes through the graph, each checked, kept with its history, and audited: who,
 * when, what, from which source. Whole files are loaded elsewhere.
 */
@NullMarked
package io.lancang.corridor.changes.edit;

import org.jspecify.annotations.NullMarked;
