package io.lancang.federation.plan.search;

import io.lancang.federation.fieldset.FieldSet;
import io.lancang.federation.plan.graph.EntryPoint;
import io.lancang.federation.plan.graph.Needs;
import io.lancang.federation.plan.graph.PlanGraph;
import io.lancang.federation.plan.search.Lookup.Search;
import io.lancang.federation.plan.search.Option.Source;
import io.lancang.federation.plan.tree.FieldSetParts;
import io.lancang.federation.plan.tree.Part;
import io.lancang.federation.plan.tree.Position;
import io.lancang.federation.plan.tree.RepresentationInputs;
import io.lancang.federation.plan.tree.Way;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the ways to have objects in a subgraph as entities that enter it by a key. Owned by one planning run. */
final class EntryFinder {
    /** Keys inside of keys inside of keys: real schemas stay below, and a cycle must end. */
    private static final int MAX_NESTED_ENTRIES = 3;

    private final PlanGraph graph;
    private final PlanState state;
    private final RepresentationInputs inputs;
    private final InputPricing pricing;

    EntryFinder(PlanGraph graph, PlanState state, FieldSetParts parts, InputPricing pricing) {
        this.graph = graph;
        this.state = state;
        this.inputs = new RepresentationInputs(parts);
        this.pricing = pricing;
    }

    /** Adds the entries into subgraphs where the objects are not at hand, or only by a request. */
    void addEntries(Lookup lookup, Options options, Position position, String wantedType, Search search) {
        if (search.nesting() >= MAX_NESTED_ENTRIES) {
            return;
        }
        List<EntryPoint> entries = graph.entries(wantedType);
        boolean improved = true;
        while (improved) {
            improved = false;
            for (EntryPoint entry : entries) {
                if (isWorthwhile(entry, options)
                        && entry.isOpenAt(position.typeName())
                        && position.isOpen(Way.byEntry(entry.subgraph()))) {
                    Options known = lookup.forInputs(options, position, wantedType, search.use());
                    Option entering = enter(
                            lookup,
                            new Source.Entering(entry, wantedType, Needs.NOTHING),
                            position,
                            known,
                            search.nesting());
                    improved |= entering != null && options.improve(entering);
                }
            }
        }
    }

    private boolean isWorthwhile(EntryPoint entry, Options options) {
        Option present = options.cheapest(entry.subgraph(), option -> standsFor(option, entry));
        return present == null
                || (present.cost() >= PlanCost.REQUEST && !(present.source() instanceof Source.Existing));
    }

    /** Whether the option has what entering would bring: one object can be several interface objects in one subgraph. */
    private boolean standsFor(Option option, EntryPoint entry) {
        return graph.isInterfaceObject(entry.subgraph(), entry.type())
                ? option.typeName().equals(entry.type())
                : !graph.isInterfaceObject(entry.subgraph(), option.typeName());
    }

    /**
     * The way by one entry, or null if what it needs has none.
     *
     * @param options where the key and the requirements can be taken from
     * @param nesting number of keys around
     */
    @Nullable
    Option enter(Lookup lookup, Source.Entering entering, Position position, Options options, int nesting) {
        EntryPoint entry = entering.point();
        Needs needs = entering.needs();
        List<Part> needed = inputs.of(entry, position, entering.wantedType(), needs.requires());
        Price ofObject = pricing.ofObject(lookup, needed, position, options, nesting);
        Price ofContexts = ofObject == null ? null : pricing.ofContexts(lookup, needs.contexts(), position);
        Price ofPath = ofContexts == null ? null : pricing.ofPath(lookup, position);
        if (ofObject == null || ofContexts == null || ofPath == null) {
            return null;
        }
        Price price = ofObject.plus(ofContexts).plus(ofPath);
        int level = Math.max(price.level(), state.baseLevel()) + 1;
        int cost = price.cost() + state.costOfEntry(entry.subgraph(), level, position);
        return new Option(entry.subgraph(), entry.type(), FieldSet.EMPTY, cost, level, entering);
    }
}
