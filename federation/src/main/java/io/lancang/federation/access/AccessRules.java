package io.lancang.federation.access;

import io.lancang.federation.Grants;
import io.lancang.federation.operation.FieldSelection;
import io.lancang.federation.operation.Operation;
import io.lancang.federation.operation.Selection;
import io.lancang.federation.operation.SelectionSet;
import io.lancang.federation.supergraph.Requirement;
import io.lancang.federation.supergraph.Supergraph;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The requirements of one supergraph. What a field demands is found out once and kept: there are as many answers as the schema
 * has fields. Safe for concurrent use.
 */
public final class AccessRules {
    private final Supergraph supergraph;
    private final ArgumentRequirements arguments;
    private final Map<Coordinate, Set<Requirement>> known = new ConcurrentHashMap<>();

    private record Coordinate(String type, String field) {}

    public AccessRules(Supergraph supergraph) {
        this.supergraph = supergraph;
        this.arguments = new ArgumentRequirements(supergraph);
    }

    /** Whether there are none, so that everybody may see everything. */
    public boolean areNone() {
        return !supergraph.hasRequirements();
    }

    /** All that the fields of an operation demand. */
    public Set<Requirement> of(Operation operation) {
        Set<Requirement> found = new LinkedHashSet<>();
        collect(operation.selections(), found);
        return Set.copyOf(found);
    }

    /** What of these the grants do not fulfil. */
    public static Set<Requirement> missing(Set<Requirement> requirements, Grants grants) {
        return requirements.stream()
                .filter(requirement -> !fulfil(grants, requirement))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean fulfil(Grants grants, Requirement requirement) {
        return switch (requirement) {
            case Requirement.Authenticated required -> grants.authenticated();
            case Requirement.Scopes required -> required.alternatives().stream().anyMatch(grants.scopes()::containsAll);
            case Requirement.Policies required ->
                required.alternatives().stream().anyMatch(grants.policies()::containsAll);
        };
    }

    /** What one field demands with the arguments that it has, without what is selected of its value. */
    Set<Requirement> of(FieldSelection field) {
        Set<Requirement> own = known.computeIfAbsent(
                new Coordinate(field.parentType(), field.name()),
                at -> FieldRequirements.of(supergraph, at.type(), at.field()));
        Set<Requirement> given = arguments.of(field);
        if (given.isEmpty()) {
            return own;
        }
        Set<Requirement> both = new LinkedHashSet<>(own);
        both.addAll(given);
        return both;
    }

    private void collect(SelectionSet selections, Set<Requirement> found) {
        for (Selection selection : selections.selections()) {
            if (selection instanceof FieldSelection field) {
                found.addAll(of(field));
            }
            collect(selection.selections(), found);
        }
    }
}
