package io.lancang.federation.supergraph;

import io.lancang.federation.fieldset.FieldSet;

/**
 * A {@code @key} of a type in one subgraph.
 *
 * @param resolvable whether the subgraph answers {@code _entities} for it; one that does not still hands the key out
 */
public record Key(FieldSet fields, boolean resolvable) {}
