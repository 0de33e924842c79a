package io.lancang.federation.plan.search;

import io.lancang.federation.fieldset.FieldSet;
import io.lancang.federation.plan.graph.PlanGraph;
import io.lancang.federation.plan.search.Option.Host;
import io.lancang.federation.plan.search.Option.Source;
import io.lancang.federation.plan.search.OptionCache.Question;
import io.lancang.federation.plan.tree.FieldSetParts;
import io.lancang.federation.plan.tree.Position;
import io.lancang.federation.plan.tree.Slot;
import io.lancang.federation.plan.tree.Way;
import org.jspecify.annotations.Nullable;

/**
 * Finds the cheapest ways to a field from the plan so far. For every position between the root and the field, and for every
 * subgraph, it asks what it adds to have the position's objects there: nothing if a step has them, one field if the parent
 * object is there ({@link HostFinder}), a step if they enter by a key ({@link EntryFinder}). What a key or {@code @requires}
 * needs is found in the same way ({@link InputPricing}).
 *
 * <p>Only chooses; the plan is changed by {@link PlanBuilder}. Owned by one planning run.
 */
final class OptionFinder implements Lookup {
    private final PlanGraph graph;
    private final PlanState state;
    private final FieldSetParts parts;
    private final OptionCache cache;
    private final InputPricing pricing;
    private final EntryFinder entries;
    private final HostFinder hosts;

    OptionFinder(PlanGraph graph, PlanState state, FieldSetParts parts) {
        this.graph = graph;
        this.state = state;
        this.parts = parts;
        this.cache = new OptionCache(state);
        this.pricing = new InputPricing(graph, parts);
        this.entries = new EntryFinder(graph, state, parts, pricing);
        this.hosts = new HostFinder(graph, cache, entries);
    }

    @Override
    public Options at(Position position, String wantedType) {
        return at(position, wantedType, Use.ANY);
    }

    private Options at(Position position, String wantedType, Use use) {
        Question question = new Question(position, wantedType, use);
        Options known = cache.find(question);
        if (known != null) {
            return known;
        }
        Slot slot = position.slot();
        Options options = slot == null
                ? rootOptions(position, use)
                : below(slot, above(slot, position, use), position, wantedType, new Search(use, 0));
        cache.note(question, options);
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

    @Override
    public @Nullable Host cheapest(Slot slot, Options options) {
        return hosts.cheapest(this, slot, options);
    }

    /** The cheapest way to a slot's value by a field of the subgraph, or null if there is none. */
    @Nullable
    Host host(Slot slot, int subgraph, Use use) {
        return hosts.host(this, slot, subgraph, at(slot.position(), slot.parentType(), use), use);
    }

    @Override
    public @Nullable Host type(Slot slot) {
        return cheapest(parts.typename(slot.position()), at(slot.position(), slot.parentType()));
    }

    private Options rootOptions(Position root, Use use) {
        Options options = new Options(graph.subgraphs());
        for (Node node : state.at(root).nodes()) {
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

    @Override
    public Options below(Slot slot, Options above, Position position, String wantedType, Search search) {
        Options options = new Options(graph.subgraphs());
        for (Node node : state.at(position).nodes()) {
            if (serves(node, search.use())
                    && node.holds(wantedType)
                    && graph.canBe(node.step().subgraph(), node.typeName(), wantedType)) {
                options.add(Option.existing(node));
            }
        }
        addThrough(options, slot, above, position, wantedType, search.use());
        if (graph.isQueryRoot(position.typeName())) {
            addRoots(options, position, search.use());
        }
        entries.addEntries(this, options, position, wantedType, search);
        return options;
    }

    /** Objects that the field itself brings, from each subgraph that can be asked for it. */
    private void addThrough(Options options, Slot slot, Options above, Position position, String wantedType, Use use) {
        for (int subgraph = 0; subgraph < graph.subgraphs(); subgraph++) {
            if (!position.isOpen(Way.byField(subgraph))) {
                continue;
            }
            Host host = hosts.host(this, slot, subgraph, above, use);
            if (host != null
                    && !host.option().takes(slot)
                    && graph.canBe(subgraph, host.access().typeName(), wantedType)) {
                FieldSet provided = graph.provided(host.option().provided(), slot.coordinate(), host.access());
                options.add(new Option(
                        subgraph,
                        host.access().typeName(),
                        provided,
                        host.cost() + state.joins(slot, subgraph) * PlanCost.JOIN,
                        host.option().level(),
                        new Source.Through(host)));
            }
        }
    }

    /** Root fields below the root: any subgraph can be asked for them once it is known that the object is there. */
    private void addRoots(Options options, Position position, Use use) {
        Options known = forInputs(options, position, position.typeName(), use);
        Host existence = cheapest(parts.typename(position), known);
        Price ofPath = existence == null ? null : pricing.ofPath(this, position);
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

    @Override
    public Options forInputs(Options options, Position position, String wantedType, Use use) {
        return switch (use) {
            case ANY -> options;
            case DEFERRED -> at(position, wantedType, Use.ANY);
        };
    }
}
