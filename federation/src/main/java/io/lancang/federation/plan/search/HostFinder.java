package io.lancang.federation.plan.search;

import io.lancang.federation.plan.graph.EntryPoint;
import io.lancang.federation.plan.graph.FieldAccess;
import io.lancang.federation.plan.graph.PlanGraph;
import io.lancang.federation.plan.graph.TypenameField;
import io.lancang.federation.plan.search.Option.Host;
import io.lancang.federation.plan.search.Option.Source;
import io.lancang.federation.plan.tree.Slot;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Finds which of the ways to have a position's objects can host a field: those whose subgraph resolves it there, or a step of
 * its own. A field that requires itself, over however many others, has none. Owned by one planning run.
 */
final class HostFinder {
    /** The cheapest first; of equally cheap ones those that are provided where the object is. */
    static final Comparator<Host> BY_RANK =
            Comparator.comparingInt(Host::rank).thenComparing(host -> !host.isProvided());

    private final PlanGraph graph;
    private final OptionCache cache;
    private final EntryFinder entries;

    HostFinder(PlanGraph graph, OptionCache cache, EntryFinder entries) {
        this.graph = graph;
        this.cache = cache;
        this.entries = entries;
    }

    /** The cheapest way to a slot's value, or null if there is none. */
    @Nullable
    Host cheapest(Lookup lookup, Slot slot, Options options) {
        Host best = null;
        for (int subgraph = 0; subgraph < graph.subgraphs(); subgraph++) {
            Host host = host(lookup, slot, subgraph, options, Use.ANY);
            if (host != null) {
                best = better(best, host);
            }
        }
        return best;
    }

    /** The cheapest way to a slot's value by a field of the subgraph, or null if there is none. */
    @Nullable
    Host host(Lookup lookup, Slot slot, int subgraph, Options options, Use use) {
        if (slot.isTypename()) {
            return typenameHost(slot, subgraph, options);
        }
        FieldAccess access = graph.access(slot.parentType(), slot.name(), subgraph);
        if (access == null) {
            return null;
        }
        Host best = null;
        for (Option option : options.in(subgraph)) {
            FieldAccess there = accessFor(option, slot, access);
            if (there != null && isHosted(slot, there, option)) {
                best = better(best, new Host(option, slot, there, option.costWith(slot)));
            }
        }
        return best == null && access.atHand() && !access.needs().isNothing()
                ? reenteringHost(
                        lookup,
                        slot,
                        access,
                        lookup.forInputs(options, slot.position(), slot.parentType(), use),
                        subgraph)
                : best;
    }

    /** The field as the option's objects have it: the type of the slot can be several interface objects in one subgraph. */
    private @Nullable FieldAccess accessFor(Option option, Slot slot, FieldAccess ofType) {
        return graph.isInterfaceObject(option.subgraph(), option.typeName())
                ? graph.access(option.typeName(), slot.name(), option.subgraph())
                : ofType;
    }

    private boolean isHosted(Slot slot, FieldAccess access, Option option) {
        boolean onType = option.typeName().equals(access.hostType())
                || graph.canBe(option.subgraph(), option.typeName(), access.hostType());
        if (!onType || !graph.isAtHand(access, option.provided(), slot.coordinate())) {
            return false;
        }
        if (access.field().contextArguments().isEmpty()
                && graph.isProvided(access.field().requires(), option.provided(), slot.parentType())) {
            return !option.canFail();
        }
        // What a field needs travels with representations, so only the entry of a step that carries it has the field.
        Step.Entry entry = option.entry();
        return entry != null && entry.needs().equals(access.needs());
    }

    private @Nullable Host typenameHost(Slot slot, int subgraph, Options options) {
        Host best = null;
        for (Option option : options.in(subgraph)) {
            if (slot.isPresence() || !graph.isInterfaceObject(subgraph, option.typeName())) {
                FieldAccess access = TypenameField.on(option.typeName());
                best = better(best, new Host(option, slot, access, option.costWith(slot)));
            }
        }
        return best;
    }

    /** By a step of its own, for what it requires. */
    private @Nullable Host reenteringHost(Lookup lookup, Slot slot, FieldAccess access, Options options, int subgraph) {
        if (!cache.begin(slot)) {
            return null;
        }
        try {
            Host best = null;
            for (EntryPoint entry : graph.entries(slot.parentType())) {
                if (entry.subgraph() == subgraph
                        && entry.isOpenAt(slot.position().typeName())
                        && takesIn(entry, access)) {
                    Option entering = entries.enter(
                            lookup,
                            new Source.Entering(entry, slot.parentType(), access.needs()),
                            slot.position(),
                            options,
                            0);
                    if (entering != null) {
                        best = better(best, new Host(entering, slot, access, entering.cost() + PlanCost.FIELD));
                    }
                }
            }
            return best;
        } finally {
            cache.end(slot);
        }
    }

    /** What a field of an object type requires is no business of a resolver of its interface. */
    private static boolean takesIn(EntryPoint entry, FieldAccess access) {
        return access.needs().isNothing() || access.hostType().equals(entry.type());
    }

    private static Host better(@Nullable Host one, Host other) {
        return one == null || BY_RANK.compare(other, one) < 0 ? other : one;
    }
}
