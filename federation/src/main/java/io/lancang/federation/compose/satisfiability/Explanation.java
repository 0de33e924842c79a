package io.lancang.federation.compose.satisfiability;

import io.lancang.federation.compose.schema.FederationDirective;
import io.lancang.federation.compose.schema.FieldElement;
import io.lancang.federation.compose.subgraph.SubgraphModel;
import io.lancang.federation.fieldset.FieldSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Says for each subgraph why it cannot resolve a field.
 *
 * @param moves the steps that a query can take
 * @param reachability where they lead
 * @param positions where the query stands
 * @param contexts the contexts that were set on the way
 */
record Explanation(SubgraphMoves moves, Reachability reachability, Set<SubgraphPosition> positions, Contexts contexts) {

    Explanation {
        positions = Set.copyOf(positions);
    }

    /** The reasons, one for each subgraph that has the type or one of the positions. */
    String of(String type, String field) {
        return moves.subgraphs().values().stream()
                .flatMap(subgraph -> reason(subgraph, type, field).stream())
                .collect(Collectors.joining("; "));
    }

    private Optional<String> reason(SubgraphModel subgraph, String type, String fieldName) {
        String quoted = "\"" + subgraph.name() + "\"";
        Optional<SubgraphPosition> here = positions.stream()
                .filter(position -> position.subgraph().equals(subgraph.name()))
                .findFirst();
        String typeHere = here.map(SubgraphPosition::type).orElse(type);
        Optional<FieldElement> field = subgraph.field(typeHere, fieldName);
        if (field.isEmpty()) {
            return here.map(position -> quoted + " has no field \"" + typeHere + "." + fieldName + "\"");
        }
        if (here.isEmpty()) {
            return Optional.of(unreached(quoted, SubgraphMoves.keys(subgraph, type), type));
        }
        return Optional.of(unresolved(quoted, field.get(), here.get()));
    }

    private String unreached(String quoted, List<FieldSet> keys, String type) {
        if (keys.isEmpty()) {
            return quoted + " has the field, but \"" + type + "\" has no resolvable @key there by which it could be"
                    + " entered; add one";
        }
        String written = keys.stream().map(key -> "\"" + key + "\"").collect(Collectors.joining(", "));
        return quoted + " has the field, but its @key " + written + " cannot be resolved from " + from();
    }

    private String unresolved(String quoted, FieldElement field, SubgraphPosition position) {
        if (field.directives().has(FederationDirective.EXTERNAL)) {
            return quoted + " declares the field @external";
        }
        if (moves.resolvable(position, field.name()).isEmpty()) {
            return quoted + " gave the field away by @override";
        }
        if (!contexts.serve(position, field.name(), reachability)) {
            return quoted
                    + " has the field, but an argument of it comes from a context that nothing above it in the query"
                    + " sets, or whose value cannot be resolved there";
        }
        FieldSet required = SubgraphMoves.requirements(field);
        boolean entered = !SubgraphMoves.keys(moves.subgraph(position.subgraph()), position.type())
                .isEmpty();
        return entered
                ? quoted + " has the field, but what it @requires, \"" + required + "\", cannot be resolved from there"
                : quoted + " has the field, but no resolvable @key by which it could be entered again with what the"
                        + " field @requires, \"" + required + "\"; add one";
    }

    private String from() {
        return positions.stream()
                .map(position -> "\"" + position.subgraph() + "\"")
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
