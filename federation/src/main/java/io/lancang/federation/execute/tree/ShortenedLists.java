package io.lancang.federation.execute.tree;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The lists of one request of which the first part of the answer shows the beginning alone. As soon as such a list has come, its
 * beginning takes its place in the tree, so that nothing is asked for, and nothing is written, of the items behind. Later the whole
 * list takes its place again. Belongs to whoever runs the request.
 */
public final class ShortenedLists {
    private final List<Place> places;
    private final Set<Integer> seen = new HashSet<>();
    private final List<Shortened> all = new ArrayList<>();
    private final Map<Integer, Shortened> byBeginning = new HashMap<>();
    private final Map<Integer, Integer> starts = new HashMap<>();

    /**
     * Where lists are to be shortened.
     *
     * @param parents the objects that have the lists
     * @param slot of the lists in these
     * @param length of the beginning
     * @param label the client's own
     */
    public record Place(
            TreePath parents,
            int slot,
            int length,
            @Nullable String label) {}

    /**
     * A list.
     *
     * @param cell where the tree has it
     * @param whole the list with all items
     * @param start the index of the first item that is not in the beginning
     * @param label the client's own
     */
    public record Shortened(
            int cell, long whole, int start, @Nullable String label) {}

    public ShortenedLists(List<Place> places) {
        this.places = List.copyOf(places);
    }

    /** Shortens the lists that have come since it was called before. */
    public void shorten(MergedTree tree, int root) {
        for (Place place : places) {
            Addresses parents = place.parents().objects(tree, root);
            for (int index = 0; index < parents.size(); index++) {
                shorten(tree, parents.get(index) + place.slot(), place);
            }
        }
    }

    private void shorten(MergedTree tree, int cell, Place place) {
        long value = tree.get(cell);
        if (!Value.isList(value) || !seen.add(cell)) {
            return;
        }
        int list = Value.address(value);
        if (tree.listLength(list) > place.length()) {
            long[] beginning = new long[place.length()];
            for (int index = 0; index < beginning.length; index++) {
                beginning[index] = tree.element(list, index);
            }
            long shortened = tree.list(beginning, 0, beginning.length);
            tree.set(cell, shortened);
            Shortened made = new Shortened(cell, value, place.length(), place.label());
            all.add(made);
            byBeginning.put(Value.address(shortened), made);
        }
    }

    /** The list whose beginning is at an address; null if there is no such list. */
    public @Nullable Shortened at(int beginning) {
        return byBeginning.get(beginning);
    }

    /** Puts the whole lists back, of which from now on only the items behind the beginning are visited. */
    public void restore(MergedTree tree) {
        for (Shortened list : all) {
            tree.set(list.cell(), list.whole());
            starts.put(Value.address(list.whole()), list.start());
        }
    }

    /** The first item of a list that is visited. */
    int start(int list) {
        return starts.getOrDefault(list, 0);
    }
}
