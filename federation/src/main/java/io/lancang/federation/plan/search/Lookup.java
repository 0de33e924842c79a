package io.lancang.federation.plan.search;

import io.lancang.federation.plan.search.Option.Host;
import io.lancang.federation.plan.tree.Position;
import io.lancang.federation.plan.tree.Slot;
import org.jspecify.annotations.Nullable;

/**
 * What the parts of {@link OptionFinder} ask about other places of the plan than the one that they are asked about: a key is
 * found as any other field is, in objects that are found as any others are. It is handed to each question, so that the parts
 * know nothing of who put them together.
 */
interface Lookup {
    /**
     * What is looked for, and how deep in keys of keys.
     *
     * @param nesting number of keys around
     */
    record Search(Use use, int nesting) {}

    /** The ways to have a position's objects of some runtime type, for whatever use. */
    Options at(Position position, String wantedType);

    /**
     * The ways to have the objects that a field leads to.
     *
     * @param above those to have the objects of the field
     */
    Options below(Slot slot, Options above, Position position, String wantedType, Search search);

    /** Where keys and requirements can be taken from: whatever the plan has, for deferred steps too. */
    Options forInputs(Options options, Position position, String wantedType, Use use);

    /**
     * The cheapest way to a slot's value, or null if there is none.
     *
     * @param options to have the objects
     */
    @Nullable
    Host cheapest(Slot slot, Options options);

    /** The cheapest way to find that an object is of the type that has the slot, or null if there is none. */
    @Nullable
    Host type(Slot slot);
}
