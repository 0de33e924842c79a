package io.lancang.federation.plan.tree;

import io.lancang.federation.fieldset.FieldSet;
import io.lancang.federation.plan.graph.EntryPoint;
import java.util.ArrayList;
import java.util.List;

/** The values that must be known before an object can enter a subgraph. Owned by one planning run. */
public final class RepresentationInputs {
    private final FieldSetParts parts;

    public RepresentationInputs(FieldSetParts parts) {
        this.parts = parts;
    }

    /** Everything that a representation needs to be built. */
    public List<Part> of(EntryPoint entry, Position position, String wantedType, FieldSet requires) {
        String typeName = entry.forWholePosition() ? position.typeName() : wantedType;
        List<Part> all = new ArrayList<>(parts.of(entry.key(), position, typeName));
        all.addAll(parts.of(requires, position, typeName));
        return typeName.equals(position.typeName()) ? chosenByType(all, position) : withType(all, position);
    }

    /** Parts, and what says for which of the position's objects each is, if they are not for all. */
    public List<Part> chosenByType(List<Part> some, Position position) {
        return some.stream().anyMatch(Part.ForTypes.class::isInstance) ? withType(some, position) : some;
    }

    private List<Part> withType(List<Part> some, Position position) {
        List<Part> all = new ArrayList<>(some);
        all.add(new Part.Value(parts.typename(position), List.of()));
        return all;
    }

    /** Everything that the value of a context argument needs to be known. */
    public static List<Part> of(ContextPart part) {
        List<Part> all = new ArrayList<>(part.typename());
        all.addAll(part.parts());
        return all;
    }
}
