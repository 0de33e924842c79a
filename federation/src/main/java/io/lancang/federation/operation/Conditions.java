package io.lancang.federation.operation;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The {@code @include} and {@code @skip} directives that stand between the operation's root and a selection and whose
 * condition is a variable. Directives with a literal condition are resolved while the operation is normalised.
 *
 * @param include names of the Boolean variables that must all be true
 * @param skip names of the Boolean variables that must all be false
 */
public record Conditions(Set<String> include, Set<String> skip) {
    /** Always holds. */
    public static final Conditions NONE = new Conditions(Set.of(), Set.of());

    public Conditions {
        include = Set.copyOf(include);
        skip = Set.copyOf(skip);
    }

    /** Whether the selection takes part, given the Boolean values of the variables. */
    public boolean hold(Predicate<String> variables) {
        return include.stream().allMatch(variables) && skip.stream().noneMatch(variables);
    }

    /** Whether a variable is among them. */
    public boolean name(String variable) {
        return include.contains(variable) || skip.contains(variable);
    }

    /** Both these and the other conditions. */
    public Conditions and(Conditions other) {
        if (other.isEmpty()) {
            return this;
        }
        if (isEmpty()) {
            return other;
        }
        Set<String> bothInclude = new TreeSet<>(include);
        bothInclude.addAll(other.include);
        Set<String> bothSkip = new TreeSet<>(skip);
        bothSkip.addAll(other.skip);
        return new Conditions(bothInclude, bothSkip);
    }

    /** What stands in both. */
    public Conditions shared(Conditions other) {
        Set<String> sharedInclude = new TreeSet<>(include);
        sharedInclude.retainAll(other.include);
        Set<String> sharedSkip = new TreeSet<>(skip);
        sharedSkip.retainAll(other.skip);
        return new Conditions(sharedInclude, sharedSkip);
    }

    /** What these ask beyond the others. */
    public Conditions without(Conditions others) {
        Set<String> restInclude = new TreeSet<>(include);
        restInclude.removeAll(others.include);
        Set<String> restSkip = new TreeSet<>(skip);
        restSkip.removeAll(others.skip);
        return new Conditions(restInclude, restSkip);
    }

    /** Whether the conditions hold for no values at all. */
    public boolean contradictory() {
        return include.stream().anyMatch(skip::contains);
    }

    public boolean isEmpty() {
        return include.isEmpty() && skip.isEmpty();
    }
}
