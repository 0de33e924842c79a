package io.lancang.federation.plan;

import io.lancang.federation.fieldset.FieldSet;
import io.lancang.federation.plan.Option.Host;
import io.lancang.federation.plan.Option.Source;
import io.lancang.federation.supergraph.ContextArgument;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the cheapest ways to a field from the plan so far. For every position between the root and the field, and for every
 * subgraph, it asks what it adds to have the position's objects there: nothing if a step has them, one field if the parent
 * object is there, a step if they enter by a key. What a key or {@code @requires} needs is found in the same way. A field
 * that requires itself, over however many others, has no way.
 *
 * <p>Only chooses; the plan is changed by {@link PlanBuilder}. Owned by one planning run.
 */
final class OptionFinder {
    /** Keys inside of keys inside of keys: real schemas stay below, and a cycle must end. */
    private static final int MAX_NESTED_ENTRIES = 3;

    private final PlanGraph graph;
    private final PlanState state;
    private final FieldSetParts parts;
    private final ContextParts contexts;
    private final Set<Slot> inProgress = new HashSet<>();
    /** What was found out while each of the slots in progress has no way, the latest on top. */
    private final Deque<Map<Question, Options>> underSuspicion = new ArrayDeque<>();

    private record Question(Position position, String wantedType, Use use) {}

    private record Price(int cost, int level) {
        static final Price NOTHING = new Price(0, 0);

        Price plus(Price other) {
            return new Price(cost + other.cost, Math.max(level, other.level));
        }
    }

    OptionFinder(PlanGraph graph, PlanState state, FieldSetParts parts) {
        this.graph = graph;
        this.state = state;
        this.parts = parts;
        this.contexts = new ContextParts(graph, parts);
    }

    /** The ways to have a position's objects of some runtime type. */
    Options at(Position position, String wantedType) {
        return at(position, wantedType, Use.ANY);
    }

    private Options at(Position position, String wantedType, Use use) {
        Question question = new Question(position, wantedType, use);
        Map<Question, Options> suspended = underSuspicion.peek();
        Options known =
                suspended == null ? position.options(wantedType, use, state.version()) : suspended.get(question);
        if (known != null) {
            return known;
        }
        Slot slot = position.slot();
        Options options = slot == null
                ? rootOptions(position, use)
                : below(slot, above(slot, position, use), position, wantedType, new Search(use, 0));
        if (suspended == null) {
            position.note(wantedType, use, state.version(), options);
        } else {
            suspended.put(question, options);
        }
        return options;
    }

    private Options above(Slot slot, Position position, Use use) {
        // A deferred step enters where the fragment stands. Had it to go through what is above, it would ask again for
        // what the client has by then.
        boolean stops = use == Use.DEFERRED && state.block().places().contains(position);
        return stops ? new Options(graph.subgraphs()) : at(slot.position(), slot.parentType(), use);
    }

    private boolean serves(Node node, Use use) {
        return use == Use.ANY || node.step().block() == state.block();
    }

    /**
     * What is looked for, and how deep in keys of keys.
     *
     * @param nesting number of keys around
     */
    private record Search(Use use, int nesting) {}

    /** The cheapest way to a slot's value, or null if there is none. */
    @Nullable
    Host cheapest(Slot slot) {
        return cheapest(slot, at(slot.position(), slot.parentType()));
    }

    /** The cheapest way to a slot's value by a field of the subgraph, or null if there is none. */
    @Nullable
    Host host(Slot slot, int subgraph, Use use) {
        return host(slot, subgraph, at(slot.position(), slot.parentType(), use), use);
    }

    private Options rootOptions(Position root, Use use) {
        Options options = new Options(graph.subgraphs());
        for (Node node : root.nodes()) {
            if (serves(node, use)) {
                options.add(Option.existing(node));
            }
        }
        int level = state.baseLevel();
        for (int subgraph = 0; subgraph < graph.subgraphs(); subgraph++) {
            if (options.in(subgraph).isEmpty()
                    && state.startsIn(subgraph)
                    && graph.type(subgraph, root.typeName()) != null) {
                int cost = state.costOfRoot(subgraph, level, root);
                options.add(new Option(subgraph, root.typeName(), FieldSet.EMPTY, cost, level, new Source.Root()));
            }
        }
        return options;
    }

    private Options below(Slot slot, Options above, Position position, String wantedType, Search search) {
        Options options = new Options(graph.subgraphs());
        for (Node node : position.nodes()) {
            if (serves(node, search.use())
                    && node.holds(wantedType)
                    && graph.canBe(node.step().subgraph(), node.typeName(), wantedType)) {
                options.add(Option.existing(node));
            }
        }
        for (int subgraph = 0; subgraph < graph.subgraphs(); subgraph++) {
            Host host = host(slot, subgraph, above, search.use());
            if (host != null
                    && !host.option().takes(slot)
                    && graph.canBe(subgraph, host.access().typeName(), wantedType)) {
                FieldSet provided = graph.provided(host.option().provided(), slot, host.access());
                options.add(new Option(
                        subgraph,
                        host.access().typeName(),
                        provided,
                        host.cost(),
                        host.option().level(),
                        new Source.Through(host)));
            }
        }
        if (graph.isQueryRoot(position.typeName())) {
            addRoots(options, position, search.use());
        }
        if (search.nesting() < MAX_NESTED_ENTRIES) {
            addEntries(options, position, wantedType, search);
        }
        return options;
    }

    /** Root fields below the root: any subgraph can be asked for them once it is known that the object is there. */
    private void addRoots(Options options, Position position, Use use) {
        Options known = known(options, position, position.typeName(), use);
        Host existence = cheapest(parts.typename(position), known);
        Price ofPath = existence == null ? null : priceOfPath(position);
        if (existence == null || ofPath == null) {
            return;
        }
        int level = Math.max(existence.option().level(), ofPath.level()) + 1;
        for (int subgraph = 0; subgraph < graph.subgraphs(); subgraph++) {
            if (options.in(subgraph).isEmpty() && graph.type(subgraph, position.typeName()) != null) {
                int cost = existence.cost() + ofPath.cost() + state.costOfRoot(subgraph, level, position);
                options.add(new Option(subgraph, position.typeName(), FieldSet.EMPTY, cost, level, new Source.Root()));
            }
        }
    }

    /** Where keys and requirements can be taken from: whatever the plan has, for deferred steps too. */
    private Options known(Options options, Position position, String wantedType, Use use) {
        return switch (use) {
            case ANY -> options;
            case DEFERRED -> at(position, wantedType, Use.ANY);
        };
    }

    private void addEntries(Options options, Position position, String wantedType, Search search) {
        List<EntryPoint> entries = graph.entries(wantedType);
        boolean improved = true;
        while (improved) {
            improved = false;
            for (EntryPoint entry : entries) {
                Option present = options.cheapest(entry.subgraph(), option -> standsFor(option, entry));
                boolean dear = present == null
                        || (present.cost() >= Cost.REQUEST && !(present.source() instanceof Source.Existing));
                if (dear && entersAt(entry, position)) {
                    Options known = known(options, position, wantedType, search.use());
                    Option entering = entering(entry, position, wantedType, Needs.NOTHING, known, search.nesting());
                    improved |= entering != null && options.improve(entering);
                }
            }
        }
    }

    /** Whether the option has what entering would bring: one object can be several interface objects in one subgraph. */
    private boolean standsFor(Option option, EntryPoint entry) {
        return graph.isInterfaceObject(entry.subgraph(), entry.type())
                ? option.typeName().equals(entry.type())
                : !graph.isInterfaceObject(entry.subgraph(), option.typeName());
    }

    private static boolean entersAt(EntryPoint entry, Position position) {
        return !entry.forWholePosition() || entry.type().equals(position.typeName());
    }

    private @Nullable Option entering(
            EntryPoint entry, Position position, String wantedType, Needs needs, Options options, int nesting) {
        Price ofObject = price(inputs(entry, position, wantedType, needs.requires()), position, options, nesting);
        Price ofContexts = ofObject == null ? null : price(needs.contexts(), position);
        Price ofPath = ofContexts == null ? null : priceOfPath(position);
        if (ofObject == null || ofContexts == null || ofPath == null) {
            return null;
        }
        Price price = ofObject.plus(ofContexts).plus(ofPath);
        int level = Math.max(price.level(), state.baseLevel()) + 1;
        int cost = price.cost() + state.costOfEntry(entry.subgraph(), level);
        Source source = new Source.Entering(entry, wantedType, needs);
        return new Option(entry.subgraph(), entry.type(), FieldSet.EMPTY, cost, level, source);
    }

    /** To know of the objects above which of them lead to the position. */
    private @Nullable Price priceOfPath(Position position) {
        Price sum = Price.NOTHING;
        for (Slot slot : narrowing(position.slot())) {
            if (!graph.hasInterfaceObject(slot.position().typeName())) {
                // Who has the objects tells their types at no cost to speak of.
                continue;
            }
            Host host = type(slot);
            if (host == null) {
                return null;
            }
            sum = sum.plus(new Price(host.cost(), host.option().level()));
        }
        return sum;
    }

    /** The fields on the way to a field, itself included, that are meant for objects of one of the possible types only. */
    static List<Slot> narrowing(@Nullable Slot last) {
        List<Slot> narrowing = new ArrayList<>();
        for (Slot slot = last; slot != null; slot = slot.position().slot()) {
            if (!slot.parentType().equals(slot.position().typeName())) {
                narrowing.add(slot);
            }
        }
        return narrowing;
    }

    /** The cheapest way to tell that an object is of the type that has the slot, or null if there is none. */
    @Nullable
    Host type(Slot slot) {
        return cheapest(parts.typename(slot.position()), at(slot.position(), slot.parentType()));
    }

    private @Nullable Price price(List<ContextArgument> arguments, Position position) {
        Price sum = Price.NOTHING;
        for (ContextArgument argument : arguments) {
            for (ContextPart part : contexts.of(argument, position)) {
                Options above = at(part.above(), part.type());
                Price price = above.isEmpty() ? Price.NOTHING : price(inputs(part), above, 0);
                if (price == null) {
                    return null;
                }
                sum = sum.plus(price);
            }
        }
        return sum;
    }

    /** Everything that the value of a context argument needs to be known. */
    List<Part> inputs(ContextPart part) {
        List<Part> all = new ArrayList<>(part.typename());
        all.addAll(part.parts());
        return all;
    }

    /** Everything that a representation needs to be built. */
    List<Part> inputs(EntryPoint entry, Position position, String wantedType, FieldSet requires) {
        String typeName = entry.forWholePosition() ? position.typeName() : wantedType;
        List<Part> all = new ArrayList<>(parts.of(entry.key(), position, typeName));
        all.addAll(parts.of(requires, position, typeName));
        if (!typeName.equals(position.typeName()) || all.stream().anyMatch(Part.ForTypes.class::isInstance)) {
            all.add(new Part.Value(parts.typename(position), List.of()));
        }
        return all;
    }

    /** What an object is entered with; what only some types need may come from where only these enter. */
    private @Nullable Price price(List<Part> needed, Position position, Options options, int nesting) {
        Price sum = Price.NOTHING;
        for (Part part : needed) {
            Price price = price(List.of(part), options, nesting);
            if (price == null && part instanceof Part.ForTypes some) {
                price = price(some.parts(), at(position, some.types().iterator().next()), nesting);
            }
            if (price == null) {
                return null;
            }
            sum = sum.plus(price);
        }
        return sum;
    }

    private @Nullable Price price(List<Part> needed, Options options, int nesting) {
        Price sum = Price.NOTHING;
        for (Part part : needed) {
            Price price = switch (part) {
                case Part.ForTypes some -> price(some.parts(), options, nesting);
                case Part.Value value -> price(value, options, nesting);
            };
            if (price == null) {
                return null;
            }
            sum = sum.plus(price);
        }
        return sum;
    }

    private @Nullable Price price(Part.Value value, Options options, int nesting) {
        Slot slot = value.slot();
        Position below = slot.child();
        if (below == null) {
            Host host = cheapest(slot, options);
            return host == null ? null : new Price(host.cost(), host.option().level());
        }
        Price sum = Price.NOTHING;
        for (Part part : value.parts()) {
            Price price = priceBelow(part, slot, below, options, nesting);
            if (price == null) {
                return null;
            }
            sum = sum.plus(price);
        }
        return sum;
    }

    private @Nullable Price priceBelow(Part part, Slot slot, Position below, Options options, int nesting) {
        return switch (part) {
            case Part.Value value ->
                price(
                        value,
                        below(slot, options, below, value.slot().parentType(), new Search(Use.ANY, nesting + 1)),
                        nesting + 1);
            case Part.ForTypes some -> {
                Options narrowed =
                        below(slot, options, below, some.types().iterator().next(), new Search(Use.ANY, nesting + 1));
                // Objects that no subgraph at hand can answer here need nothing.
                yield narrowed.isEmpty() ? Price.NOTHING : price(some.parts(), narrowed, nesting + 1);
            }
        };
    }

    private @Nullable Host cheapest(Slot slot, Options options) {
        Host best = null;
        for (int subgraph = 0; subgraph < graph.subgraphs(); subgraph++) {
            Host host = host(slot, subgraph, options, Use.ANY);
            if (host != null && (best == null || host.rank() < best.rank())) {
                best = host;
            }
        }
        return best;
    }

    private @Nullable Host host(Slot slot, int subgraph, Options options, Use use) {
        if (slot.isTypename()) {
            return typenameHost(slot, subgraph, options);
        }
        FieldAccess access = graph.access(slot.parentType(), slot.name(), subgraph);
        if (access == null) {
            return null;
        }
        Host best = null;
        for (Option option : options.in(subgraph)) {
            if (isHosted(slot, access, option)) {
                best = better(best, new Host(option, slot, access, option.costWith(slot)));
            }
        }
        boolean anew =
                !access.needs().isNothing() || options.in(subgraph).stream().anyMatch(on -> isOccupied(slot, on));
        return best == null && access.atHand() && anew
                ? reenteringHost(slot, subgraph, access, known(options, slot.position(), slot.parentType(), use))
                : best;
    }

    private static boolean isOccupied(Slot slot, Option option) {
        return option.source() instanceof Option.Source.Existing existing
                && existing.node().hasOtherUnder(slot);
    }

    private boolean isHosted(Slot slot, FieldAccess access, Option option) {
        boolean onType = option.typeName().equals(access.hostType())
                || graph.canBe(option.subgraph(), option.typeName(), access.hostType());
        if (!onType || isOccupied(slot, option) || !graph.isAtHand(access, option.provided(), slot)) {
            return false;
        }
        if (access.field().contextArguments().isEmpty()
                && graph.isProvided(access.field().requires(), option.provided(), slot)) {
            return !option.canFail();
        }
        // What a field needs travels with representations, so only the entry of a step that carries it has the field.
        Step.Entry entry = option.entry();
        return entry != null && entry.needs().equals(access.needs());
    }

    private @Nullable Host typenameHost(Slot slot, int subgraph, Options options) {
        Host best = null;
        for (Option option : options.in(subgraph)) {
            if (!graph.isInterfaceObject(subgraph, option.typeName())) {
                FieldAccess access = FieldAccesses.typename(option.typeName());
                best = better(best, new Host(option, slot, access, option.costWith(slot)));
            }
        }
        return best;
    }

    /** By a step of its own, for what it requires or because its place in another is taken. */
    private @Nullable Host reenteringHost(Slot slot, int subgraph, FieldAccess access, Options options) {
        if (!inProgress.add(slot)) {
            return null;
        }
        underSuspicion.push(new HashMap<>());
        try {
            Host best = null;
            for (EntryPoint entry : graph.entries(slot.parentType())) {
                if (entry.subgraph() == subgraph && entersAt(entry, slot.position()) && takesIn(entry, access)) {
                    Option entering = entering(entry, slot.position(), slot.parentType(), access.needs(), options, 0);
                    if (entering != null) {
                        best = better(best, new Host(entering, slot, access, entering.cost() + Cost.FIELD));
                    }
                }
            }
            return best;
        } finally {
            underSuspicion.pop();
            inProgress.remove(slot);
        }
    }

    /** What a field of an object type requires is no business of a resolver of its interface. */
    private static boolean takesIn(EntryPoint entry, FieldAccess access) {
        return access.needs().isNothing() || access.hostType().equals(entry.type());
    }

    private static Host better(@Nullable Host one, Host other) {
        return one == null || other.rank() < one.rank() ? other : one;
    }
}
