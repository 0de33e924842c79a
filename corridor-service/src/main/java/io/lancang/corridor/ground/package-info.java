/**
 * The floor that stands on nothing of this service: value types, vocabularies, rules, history, and the network as a graph. No field of the
 * graph but those of partners begins here, and nothing changes a fact.
 */
@NullMarked
package io.lancang.corridor.ground;

import org.jspecify.annotations.NullMarked;
