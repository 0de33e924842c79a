package io.lancang.federation;

import java.util.Set;

/**
 * A part of a supergraph that some clients see: what is not in it does not exist for them.
 *
 * <p>An element with an excluded tag is out. Where tags are included, only those fields of objects and interfaces are in that have one of
 * them, or whose type has one; types follow what uses them. What can no longer be used goes as well: fields whose type is gone or
 * whose required argument is, types without fields, and types that nothing leads to.
 *
 * @param include tags of {@code @tag}; empty for everything that is not excluded
 * @param exclude tags of {@code @tag}; they win over those that are included
 */
public record Contract(Set<String> include, Set<String> exclude) {
    /** The whole graph. */
    public static final Contract WHOLE = new Contract(Set.of(), Set.of());

    public Contract {
        include = Set.copyOf(include);
        exclude = Set.copyOf(exclude);
    }

    /** Whether nothing is left out. */
    public boolean isWhole() {
        return include.isEmpty() && exclude.isEmpty();
    }
}
