package io.lancang.federation.plan.search;

import io.lancang.federation.plan.graph.PlanGraph;
import io.lancang.federation.plan.search.Lookup.Search;
import io.lancang.federation.plan.search.Option.Host;
import io.lancang.federation.plan.tree.ContextPart;
import io.lancang.federation.plan.tree.ContextParts;
import io.lancang.federation.plan.tree.FieldSetParts;
import io.lancang.federation.plan.tree.Part;
import io.lancang.federation.plan.tree.Paths;
import io.lancang.federation.plan.tree.Position;
import io.lancang.federation.plan.tree.RepresentationInputs;
import io.lancang.federation.plan.tree.Slot;
import io.lancang.federation.supergraph.ContextArgument;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells what the inputs of a step add to the plan: keys and requirements, values of contexts, and the types of the objects on
 * the way. Every price is null where an input has no way. Owned by one planning run.
 */
final class InputPricing {
    private final PlanGraph graph;
    private final ContextParts contexts;

    InputPricing(PlanGraph graph, FieldSetParts parts) {
        this.graph = graph;
        this.contexts = new ContextParts(graph, parts);
    }

    /**
     * What an object is entered with; what only some types need may come from where only these enter.
     *
     * @param options to have the position's objects
     * @param nesting number of keys around
     */
    @Nullable
    Price ofObject(Lookup lookup, List<Part> needed, Position position, Options options, int nesting) {
        Price sum = Price.NOTHING;
        for (Part part : needed) {
            Price price = price(lookup, part, options, nesting);
            if (price == null && part instanceof Part.ForTypes some) {
                price = price(
                        lookup,
                        some.parts(),
                        lookup.at(position, some.types().iterator().next()),
                        nesting);
            }
            if (price == null) {
                return null;
            }
            sum = sum.plus(price);
        }
        return sum;
    }

    /** The values of context arguments of a field of the position's objects. */
    @Nullable
    Price ofContexts(Lookup lookup, List<ContextArgument> arguments, Position position) {
        Price sum = Price.NOTHING;
        for (ContextArgument argument : arguments) {
            for (ContextPart part : contexts.of(argument, position)) {
                Options above = lookup.at(part.above(), part.type());
                Price price = above.isEmpty() ? Price.NOTHING : price(lookup, RepresentationInputs.of(part), above, 0);
                if (price == null) {
                    return null;
                }
                sum = sum.plus(price);
            }
        }
        return sum;
    }

    /** To know of the objects above which of them lead to the position. */
    @Nullable
    Price ofPath(Lookup lookup, Position position) {
        Price sum = Price.NOTHING;
        for (Slot slot : Paths.narrowing(position.slot())) {
            if (!graph.hasInterfaceObject(slot.position().typeName())) {
                // Who has the objects answers their types at no cost to speak of.
                continue;
            }
            Host host = lookup.type(slot);
            if (host == null) {
                return null;
            }
            sum = sum.plus(new Price(host.cost(), host.option().level()));
        }
        return sum;
    }

    private @Nullable Price price(Lookup lookup, List<Part> needed, Options options, int nesting) {
        Price sum = Price.NOTHING;
        for (Part part : needed) {
            Price price = price(lookup, part, options, nesting);
            if (price == null) {
                return null;
            }
            sum = sum.plus(price);
        }
        return sum;
    }

    private @Nullable Price price(Lookup lookup, Part part, Options options, int nesting) {
        return switch (part) {
            case Part.ForTypes some -> price(lookup, some.parts(), options, nesting);
            case Part.Value value -> price(lookup, value, options, nesting);
        };
    }

    private @Nullable Price price(Lookup lookup, Part.Value value, Options options, int nesting) {
        Slot slot = value.slot();
        Position below = slot.child();
        if (below == null) {
            Host host = lookup.cheapest(slot, options);
            return host == null ? null : new Price(host.cost(), host.option().level());
        }
        Price sum = Price.NOTHING;
        for (Part part : value.parts()) {
            Price price = priceBelow(lookup, part, slot, below, options, nesting + 1);
            if (price == null) {
                return null;
            }
            sum = sum.plus(price);
        }
        return sum;
    }

    private @Nullable Price priceBelow(
            Lookup lookup, Part part, Slot slot, Position below, Options options, int nesting) {
        Search search = new Search(Use.ANY, nesting);
        return switch (part) {
            case Part.Value value -> {
                String parentType = value.slot().parentType();
                yield price(lookup, value, lookup.below(slot, options, below, parentType, search), nesting);
            }
            case Part.ForTypes some -> {
                String type = some.types().iterator().next();
                Options narrowed = lookup.below(slot, options, below, type, search);
                // Objects that no subgraph at hand can answer here need nothing.
                yield narrowed.isEmpty() ? Price.NOTHING : price(lookup, some.parts(), narrowed, nesting);
            }
        };
    }
}
