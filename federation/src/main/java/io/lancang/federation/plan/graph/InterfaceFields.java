package io.lancang.federation.plan.graph;

import io.lancang.federation.fieldset.FieldSet;
import io.lancang.federation.fieldset.FieldSetSelection;
import io.lancang.federation.supergraph.Key;
import io.lancang.federation.supergraph.Subgraph;
import io.lancang.federation.supergraph.SubgraphType;
import io.lancang.federation.supergraph.TypeKind;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * How a field that is selected on an interface is asked: of the interface itself, of its object types one by one, or not at
 * all. What is asked once is remembered. Safe for concurrent use.
 */
public final class InterfaceFields {
    private final PlanGraph graph;
    private final Map<Asked, Boolean> uniform = new ConcurrentHashMap<>();

    /**
     * A field of an interface.
     *
     * @param subgraphs that can answer with objects of the interface
     */
    private record Asked(String type, String field, BitSet subgraphs) {}

    InterfaceFields(PlanGraph graph) {
        this.graph = graph;
    }

    /**
     * Whether a field of an interface can be asked of the interface itself, whichever subgraph answers the position. If it
     * is otherwise in one of them, the field is asked of the object types one by one.
     *
     * @param type the interface
     * @param above the field that leads to its objects; null at the root
     */
    public boolean isUniform(String type, @Nullable Coordinate above, String field) {
        return uniform.computeIfAbsent(new Asked(type, field, answering(type, above)), this::findUniform);
    }

    /**
     * A type whose objects lack the field of their interface in every subgraph that answers the position: an external key is
     * what its subgraph is entered with, and one that answers the position was not entered with it. Null if some subgraph
     * has, or leads to, the field of all of its objects. What one subgraph lacks is not taken from an object that another
     * one answers in its place.
     *
     * @param type the interface
     * @param above the field that leads to its objects; null at the root
     */
    @Nullable
    public String lacking(String type, @Nullable Coordinate above, String field) {
        if (above == null || graph.hasInterfaceObject(type)) {
            return null;
        }
        List<@Nullable FieldAccess> answers = graph.accesses(above.type(), above.field());
        String lacking = null;
        for (int subgraph = 0; subgraph < answers.size(); subgraph++) {
            FieldAccess answer = answers.get(subgraph);
            if (answer != null) {
                lacking = lacking(subgraph, answer, field);
                if (lacking == null) {
                    return null;
                }
            }
        }
        return lacking;
    }

    private @Nullable String lacking(int subgraph, FieldAccess answer, String field) {
        SubgraphType type = graph.type(subgraph, answer.typeName());
        if (type == null || type.kind() != TypeKind.INTERFACE || type.field(field) == null) {
            return null;
        }
        return type.possibleTypes().stream()
                .filter(object -> !provides(answer, object, field) && lacks(subgraph, object, field))
                .findFirst()
                .orElse(null);
    }

    private boolean provides(FieldAccess answer, String object, String field) {
        return answer.field().provides().contains(field, condition -> graph.applies(condition, object));
    }

    /** Whether the field is an external key there, and no other key of the object is at hand. */
    private boolean lacks(int subgraph, String object, String field) {
        SubgraphType type = graph.type(subgraph, object);
        FieldAccess access = graph.access(object, field, subgraph);
        return type != null
                && access != null
                && !access.atHand()
                && isInKey(type, field)
                && graph.entries(object).stream()
                        .noneMatch(entry -> entry.subgraph() != subgraph && isAtHand(entry.key(), object, subgraph));
    }

    private static boolean isInKey(SubgraphType type, String field) {
        return type.keys().stream().anyMatch(key -> key.fields().contains(field, condition -> false));
    }

    private boolean isAtHand(FieldSet key, String object, int subgraph) {
        return key.selections().stream().allMatch(selection -> {
            FieldAccess access = selection instanceof FieldSetSelection.Field field
                    ? graph.access(object, field.name(), subgraph)
                    : null;
            return access != null && access.atHand();
        });
    }

    private BitSet answering(String type, @Nullable Coordinate above) {
        BitSet answering = new BitSet(graph.subgraphs());
        // Objects of an interface object can come from anywhere that has the interface.
        if (above == null || graph.hasInterfaceObject(type)) {
            answering.set(0, graph.subgraphs());
            return answering;
        }
        List<@Nullable FieldAccess> accesses = graph.accesses(above.type(), above.field());
        for (int subgraph = 0; subgraph < graph.subgraphs(); subgraph++) {
            answering.set(subgraph, accesses.get(subgraph) != null);
        }
        return answering;
    }

    private boolean findUniform(Asked asked) {
        boolean everywhere = true;
        boolean onObjects = false;
        boolean met = false;
        boolean interfaceObjects = false;
        for (Subgraph subgraph : graph.supergraph().subgraphs()) {
            SubgraphType type =
                    asked.subgraphs().get(subgraph.ordinal()) ? graph.type(subgraph.ordinal(), asked.type()) : null;
            if (type != null && type.kind() == TypeKind.INTERFACE) {
                met = true;
                everywhere &= isUniform(type, asked.field(), subgraph);
                onObjects |= type.possibleTypes().stream()
                        .anyMatch(object -> graph.accessOn(object, asked.field(), subgraph) != null);
            }
            if (type != null && type.kind() == TypeKind.INTERFACE_OBJECT) {
                interfaceObjects = true;
                if (isGivenToAll(type, asked.field(), subgraph)) {
                    return true;
                }
            }
        }
        return (met && everywhere) || (interfaceObjects && !onObjects);
    }

    /** Whether every object of the interface can be sent to the interface object for the field. */
    private boolean isGivenToAll(SubgraphType type, String field, Subgraph subgraph) {
        FieldAccess own = graph.accessOn(type.name(), field, subgraph);
        return own != null
                && own.atHand()
                && !isInKey(type, field)
                && type.keys().stream().anyMatch(Key::resolvable);
    }

    private boolean isUniform(SubgraphType type, String field, Subgraph subgraph) {
        FieldAccess own = graph.accessOn(type.name(), field, subgraph);
        return own != null
                && own.atHand()
                && type.possibleTypes().stream().allMatch(object -> {
                    FieldAccess access = graph.accessOn(object, field, subgraph);
                    return access != null && access.atHand() && access.needs().isNothing();
                });
    }
}
