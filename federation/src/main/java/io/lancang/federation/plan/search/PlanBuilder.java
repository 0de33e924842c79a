package io.lancang.federation.plan.search;

import io.lancang.federation.fieldset.FieldSet;
import io.lancang.federation.plan.graph.EntryPoint;
import io.lancang.federation.plan.graph.Needs;
import io.lancang.federation.plan.graph.PlanGraph;
import io.lancang.federation.plan.search.Option.Host;
import io.lancang.federation.plan.search.Option.Source;
import io.lancang.federation.plan.search.Step.Purpose;
import io.lancang.federation.plan.tree.ContextParts;
import io.lancang.federation.plan.tree.FieldSetParts;
import io.lancang.federation.plan.tree.Part;
import io.lancang.federation.plan.tree.Paths;
import io.lancang.federation.plan.tree.Position;
import io.lancang.federation.plan.tree.RepresentationInputs;
import io.lancang.federation.plan.tree.Slot;
import io.lancang.federation.supergraph.ContextArgument;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Carries out what {@link OptionFinder} found: adds steps, and takes fields in them. Owned by one planning run. */
final class PlanBuilder {
    private final PlanGraph graph;
    private final PlanState state;
    private final OptionFinder finder;
    private final FieldSetParts parts;
    private final RepresentationInputs representations;
    private final ContextParts contexts;

    PlanBuilder(PlanGraph graph, PlanState state, OptionFinder finder, FieldSetParts parts) {
        this.graph = graph;
        this.state = state;
        this.finder = finder;
        this.parts = parts;
        this.representations = new RepresentationInputs(parts);
        this.contexts = new ContextParts(graph, parts);
    }

    /** Takes a field where the host says, and answers the node that has it. */
    Node take(Host host) {
        Node node = realise(host.option(), host.slot().position());
        state.take(node, host.slot(), host.access());
        return node;
    }

    private Node realise(Option option, Position position) {
        return switch (option.source()) {
            case Source.Existing existing -> existing.node();
            case Source.Root root -> addRoot(option, position);
            case Source.Through through -> {
                Host host = through.host();
                Node parent = realise(host.option(), host.slot().position());
                yield state.take(parent, host.slot(), host.access());
            }
            case Source.Entering entering -> enter(entering, position);
        };
    }

    private Node addRoot(Option option, Position position) {
        Set<Step.Input> inputs = new LinkedHashSet<>();
        int level = state.baseLevel();
        if (position.slot() != null) {
            List<Part> existence = List.of(new Part.Value(parts.typename(position), List.of()));
            obtain(existence, position.typeName(), Purpose.ENTRY, inputs);
            obtainPath(position, inputs);
            level = levelAfter(inputs);
        }
        return state.add(new Step(state.block(), option.subgraph(), level, position, option.typeName(), null, inputs));
    }

    private int levelAfter(Set<Step.Input> inputs) {
        int level = state.baseLevel() + 1;
        for (Step.Input input : inputs) {
            level = Math.max(level, input.node().step().level() + 1);
        }
        return level;
    }

    private Node enter(Source.Entering entering, Position position) {
        EntryPoint point = entering.point();
        String typeName = point.forWholePosition() ? position.typeName() : entering.wantedType();
        Set<Step.Input> inputs = new LinkedHashSet<>();
        List<Part> key = representations.of(point, position, entering.wantedType(), FieldSet.EMPTY);
        obtain(key, typeName, Purpose.ENTRY, inputs);
        obtainPath(position, inputs);
        Needs needs = entering.needs();
        List<Part> requirements = parts.of(needs.requires(), position, typeName);
        // First what few subgraphs have: they are asked in any case, and may have the rest.
        List<Part> inOrder = representations.chosenByType(requirements, position).stream()
                .sorted(Comparator.comparingInt(this::sources))
                .toList();
        obtain(inOrder, typeName, Purpose.REQUIREMENT, inputs);
        for (ContextArgument argument : needs.contexts()) {
            // A variable that must not be null has to have its value even where the field is excluded.
            Purpose purpose = argument.required() ? Purpose.ENTRY : Purpose.REQUIREMENT;
            contexts.of(argument, position)
                    .forEach(part -> obtain(RepresentationInputs.of(part), part.type(), purpose, inputs));
        }
        Step.Entry entry =
                new Step.Entry(point, typeName, needs, parts.of(point.key(), position, typeName), requirements);
        int level = levelAfter(inputs);
        return state.add(new Step(state.block(), point.subgraph(), level, position, point.type(), entry, inputs));
    }

    /**
     * Has the plan bring what is needed.
     *
     * @param wantedType of the objects for which it is
     */
    private void obtain(List<Part> needed, String wantedType, Purpose purpose, Set<Step.Input> inputs) {
        for (Part part : needed) {
            switch (part) {
                case Part.ForTypes some ->
                    obtain(some.parts(), some.types().iterator().next(), purpose, inputs);
                case Part.Value value
                when value.parts().isEmpty() -> {
                    Node node = obtain(value.slot(), wantedType);
                    if (node != null) {
                        inputs.add(new Step.Input(node, value.slot(), purpose));
                    }
                }
                case Part.Value value -> obtain(value.parts(), typeBelow(value.slot()), purpose, inputs);
            }
        }
    }

    /** How many subgraphs can be asked for a part of a requirement. */
    private int sources(Part part) {
        return switch (part) {
            case Part.ForTypes some ->
                some.parts().stream().mapToInt(this::sources).min().orElse(0);
            case Part.Value value when value.slot().isTypename() -> graph.subgraphs() + 1;
            case Part.Value value -> {
                Slot slot = value.slot();
                yield (int) graph.accesses(slot.parentType(), slot.name()).stream()
                        .filter(access -> access != null && access.atHand())
                        .count();
            }
        };
    }

    /** The objects are found by the types of those above them. */
    private void obtainPath(Position position, Set<Step.Input> inputs) {
        for (Slot slot : Paths.narrowing(position.slot())) {
            Host host = finder.type(slot);
            if (host == null) {
                throw new UnreachableSlotException(slot);
            }
            inputs.add(new Step.Input(take(host), host.slot(), Purpose.ENTRY));
        }
    }

    private static String typeBelow(Slot slot) {
        return Objects.requireNonNull(slot.child(), "a leaf has no parts").typeName();
    }

    /** Null if no object that can stand there has the slot. */
    private @Nullable Node obtain(Slot slot, String wantedType) {
        if (isVacuous(slot)) {
            return null;
        }
        // Only a subgraph that has the type knows which objects are of it.
        String type = slot.isTypename() ? wantedType : slot.parentType();
        Host host = finder.cheapest(slot, finder.at(slot.position(), type));
        if (host == null) {
            throw new UnreachableSlotException(slot);
        }
        return take(host);
    }

    /**
     * Whether no object that the plan can meet at the slot's position is of the type that has the slot: subgraphs know
     * different members of a union or interface, and an object that one subgraph cannot answer is not there.
     */
    boolean isVacuous(Slot slot) {
        for (Slot current = slot; current != null; current = current.position().slot()) {
            Position position = current.position();
            String type = current.parentType();
            if (!type.equals(position.typeName()) && (position.leavesOut(type) || isImpossible(position, type))) {
                return true;
            }
        }
        return false;
    }

    private boolean isImpossible(Position position, String wantedType) {
        List<Node> informative = new ArrayList<>();
        for (Node node : state.at(position).nodes()) {
            if (node.isArrival() && !graph.isInterfaceObject(node.step().subgraph(), node.typeName())) {
                informative.add(node);
            }
        }
        if (informative.isEmpty()) {
            return finder.at(position, wantedType).isEmpty()
                    && !finder.at(position, position.typeName()).isEmpty();
        }
        return informative.stream().noneMatch(node -> graph.canBe(node.step().subgraph(), node.typeName(), wantedType));
    }
}
