package io.lancang.federation.compose.satisfiability;

import io.lancang.federation.compose.schema.AppliedDirective;
import io.lancang.federation.compose.schema.FederationDirective;
import io.lancang.federation.compose.schema.Ordered;
import io.lancang.federation.compose.schema.TypeElement;
import io.lancang.federation.compose.subgraph.ContextReference;
import io.lancang.federation.compose.subgraph.SubgraphModel;
import io.lancang.federation.fieldset.FieldSet;
import io.lancang.federation.fieldset.FieldSetParser;
import io.lancang.federation.fieldset.InvalidFieldSetException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The contexts that were set on the way of a query, above the object where it stands.
 *
 * @param setters a context's name in its subgraph to the positions of the nearest object that sets it
 */
record Contexts(Map<String, Set<SubgraphPosition>> setters) {

    static final Contexts NONE = new Contexts(Map.of());

    Contexts {
        setters = Ordered.copy(setters);
    }

    /** The contexts below an object of the type. */
    Contexts below(String typeName, Set<SubgraphPosition> positions, SubgraphMoves moves) {
        Map<String, Set<SubgraphPosition>> more = new LinkedHashMap<>(setters);
        for (SubgraphModel subgraph : moves.subgraphs().values()) {
            setBy(subgraph, typeName).forEach(name -> more.put(key(subgraph, name), positions));
        }
        return more.size() == setters.size() && more.equals(setters) ? this : new Contexts(more);
    }

    /** Whether a router can give every argument of the field that comes from a context its value. */
    boolean serve(SubgraphPosition position, String fieldName, Reachability reachability) {
        SubgraphModel subgraph = reachability.moves().subgraph(position.subgraph());
        return subgraph.field(position.type(), fieldName).stream()
                .flatMap(ContextReference::allOf)
                .allMatch(reference -> {
                    Set<SubgraphPosition> setter = setters.get(key(subgraph, reference.context()));
                    return setter != null && reachability.resolves(setter, selection(reference));
                });
    }

    /** Whether everything that can be had here can also be had with the other contexts. */
    boolean areIn(Contexts other) {
        return setters.entrySet().stream()
                .allMatch(each ->
                        other.setters().getOrDefault(each.getKey(), Set.of()).containsAll(each.getValue()));
    }

    /** A context is set by the object type itself, by its interfaces and by the unions that it is a member of. */
    private static Stream<String> setBy(SubgraphModel subgraph, String typeName) {
        return subgraph.types().values().stream()
                .filter(type -> type.directives().has(FederationDirective.CONTEXT))
                .filter(type -> type.name().equals(typeName)
                        || subgraph.possibleTypes(type.name()).contains(typeName))
                .flatMap(Contexts::names);
    }

    private static Stream<String> names(TypeElement type) {
        return type.directives().all(FederationDirective.CONTEXT).map(Contexts::name);
    }

    private static String name(AppliedDirective context) {
        return String.valueOf(context.text("name"));
    }

    private static String key(SubgraphModel subgraph, String context) {
        return subgraph.name() + "." + context;
    }

    private static FieldSet selection(ContextReference reference) {
        try {
            return FieldSetParser.parse(reference.selection());
        } catch (InvalidFieldSetException unexpected) {
            throw new IllegalStateException("A selection that cannot be parsed passed validation", unexpected);
        }
    }
}
