package io.lancang.federation.compose.satisfiability;

import io.lancang.federation.compose.satisfiability.SubgraphMoves.Entry;
import io.lancang.federation.compose.schema.FieldElement;
import io.lancang.federation.compose.schema.FieldsType;
import io.lancang.federation.compose.schema.RootOperation;
import io.lancang.federation.compose.subgraph.SubgraphModel;
import io.lancang.federation.fieldset.FieldSet;
import io.lancang.federation.fieldset.FieldSetSelection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everywhere a query can go with one object. Keys and requirements are conditions, which can need moves of their own;
 * a condition that leads back to itself counts as not fulfilled. Confined to one thread.
 */
final class Reachability {

    private final SubgraphMoves moves;
    private final Map<Set<SubgraphPosition>, Set<SubgraphPosition>> known = new HashMap<>();
    private final Set<Set<SubgraphPosition>> underWay = new HashSet<>();
    private final Set<Requirement> requirementsUnderWay = new HashSet<>();
    private final Set<Alternatives> alternativesUnderWay = new HashSet<>();
    private boolean cutShort;

    private record Requirement(SubgraphPosition position, String field) {}

    private record Alternatives(Set<SubgraphPosition> positions, FieldSetSelection.Field field) {}

    Reachability(SubgraphMoves moves) {
        this.moves = moves;
    }

    /** The single steps. */
    SubgraphMoves moves() {
        return moves;
    }

    /** All positions of the object that stands at the starts, these included. */
    Set<SubgraphPosition> from(Collection<SubgraphPosition> starts) {
        Set<SubgraphPosition> start = new LinkedHashSet<>(starts);
        Set<SubgraphPosition> before = known.get(start);
        if (before != null) {
            return before;
        }
        if (!underWay.add(start)) {
            cutShort = true;
            return start;
        }
        Set<SubgraphPosition> reached = closure(start);
        underWay.remove(start);
        remember(start, reached);
        return reached;
    }

    /** Where the field leads from the positions; empty where none of them resolves it. */
    List<SubgraphPosition> over(Set<SubgraphPosition> positions, String fieldName) {
        List<SubgraphPosition> next = new ArrayList<>();
        for (SubgraphPosition position : positions) {
            moves.resolvable(position, fieldName)
                    .filter(field -> requirementsHold(position, field))
                    .ifPresent(field -> next.add(moves.over(position, field)));
        }
        return next;
    }

    /** Whether what the field requires can be had, and the subgraph entered again with it. */
    boolean requirementsHold(SubgraphPosition position, FieldElement field) {
        FieldSet required = SubgraphMoves.requirements(field);
        if (required.isEmpty()) {
            return true;
        }
        Requirement requirement = new Requirement(position, field.name());
        if (!requirementsUnderWay.add(requirement)) {
            cutShort = true;
            return false;
        }
        boolean held = !SubgraphMoves.keys(moves.subgraph(position.subgraph()), position.type())
                        .isEmpty()
                && resolves(from(List.of(position)), required);
        requirementsUnderWay.remove(requirement);
        return held;
    }

    /** Whether all of the field set can be resolved from the positions of one object. */
    boolean resolves(Set<SubgraphPosition> positions, FieldSet fields) {
        return fields.selections().stream().allMatch(selection -> resolves(positions, selection));
    }

    private boolean resolves(Set<SubgraphPosition> positions, FieldSetSelection selection) {
        return switch (selection) {
            case FieldSetSelection.Field field -> {
                if (field.name().equals("__typename")) {
                    yield true;
                }
                List<SubgraphPosition> next = over(positions, field.name());
                yield next.isEmpty()
                        ? resolvesForEach(positions, field)
                        : field.selections().isEmpty() || resolves(from(next), field.selections());
            }
            case FieldSetSelection.Fragment fragment -> {
                Collection<SubgraphPosition> narrowed = moves.narrowed(positions, fragment.typeCondition());
                // A type that no subgraph on the way knows never comes up, so that nothing has to be resolved on it.
                yield narrowed.isEmpty() || resolves(from(narrowed), fragment.selections());
            }
        };
    }

    /** A field of an interface may be resolved by other subgraphs for each of the implementations. */
    private boolean resolvesForEach(Set<SubgraphPosition> positions, FieldSetSelection.Field field) {
        Set<String> implementations = new LinkedHashSet<>();
        for (SubgraphPosition position : positions) {
            SubgraphModel subgraph = moves.subgraph(position.subgraph());
            if (subgraph.fieldsType(position.type())
                    .filter(FieldsType::isInterface)
                    .isPresent()) {
                implementations.addAll(subgraph.possibleTypes(position.type()));
            }
        }
        if (implementations.isEmpty()) {
            return false;
        }
        // An implementation leads to interface objects, and these by their keys to the interface again.
        Alternatives alternatives = new Alternatives(Set.copyOf(positions), field);
        if (!alternativesUnderWay.add(alternatives)) {
            cutShort = true;
            return false;
        }
        boolean resolved =
                implementations.stream().allMatch(type -> resolves(from(moves.narrowed(positions, type)), field));
        alternativesUnderWay.remove(alternatives);
        return resolved;
    }

    private Set<SubgraphPosition> closure(Set<SubgraphPosition> start) {
        Set<SubgraphPosition> reached = new LinkedHashSet<>(start);
        addRoots(reached);
        boolean grown = true;
        while (grown) {
            grown = false;
            for (String type : typesOf(reached)) {
                for (Entry entry : moves.entries(type)) {
                    if (!reached.contains(entry.target()) && resolves(Set.copyOf(reached), entry.fields())) {
                        grown |= reached.add(entry.target());
                    }
                }
            }
        }
        return reached;
    }

    /** A root needs no key: a router can always start over in another subgraph. */
    private void addRoots(Set<SubgraphPosition> reached) {
        for (String type : typesOf(reached)) {
            if (RootOperation.byTypeName(type).isPresent()) {
                for (SubgraphModel subgraph : moves.subgraphs().values()) {
                    if (subgraph.type(type) != null) {
                        reached.add(SubgraphPosition.plain(subgraph.name(), type));
                    }
                }
            }
        }
    }

    private static Set<String> typesOf(Set<SubgraphPosition> positions) {
        Set<String> types = new LinkedHashSet<>();
        positions.forEach(position -> types.add(position.type()));
        return types;
    }

    /** What was cut short may be more once the outer question is answered, so that only the outermost is kept then. */
    private void remember(Set<SubgraphPosition> start, Set<SubgraphPosition> reached) {
        boolean outermost = underWay.isEmpty() && requirementsUnderWay.isEmpty() && alternativesUnderWay.isEmpty();
        if (!cutShort || outermost) {
            known.put(start, reached);
        }
        if (outermost) {
            cutShort = false;
        }
    }
}
