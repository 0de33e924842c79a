package io.lancang.federation.execute.request;

import io.lancang.federation.execute.tree.Addresses;
import io.lancang.federation.execute.tree.MergedTree;
import io.lancang.federation.json.ByteSink;
import io.lancang.federation.json.Words;
import java.util.Arrays;

/**
 * Which object of the merged tree is asked for at which index of one call of {@code _entities}. Equal representations are
 * sent once. Not thread-safe.
 */
public final class Representations {
    private static final int FREE = 0;

    private final Addresses targets;
    private final Addresses indices;
    /** Begin and end of each distinct representation in the request. */
    private final Addresses bounds = new Addresses();
    /** Open addressing; a cell holds 1 + the index of a representation. */
    private int[] cells = new int[32];

    /** @param objects how many objects may take part */
    Representations(int objects) {
        targets = new Addresses(objects);
        indices = new Addresses(objects);
    }

    /** The number of distinct representations. */
    public int count() {
        return bounds.size() / 2;
    }

    /** The number of objects that take part in the call. */
    public int targetCount() {
        return targets.size();
    }

    /** The address of an object that takes part. */
    public int target(int number) {
        return targets.get(number);
    }

    /** Which of the distinct representations stands for an object. */
    public int index(int number) {
        return indices.get(number);
    }

    /** Where in the request a distinct representation begins. */
    int from(int index) {
        return bounds.get(index * 2);
    }

    /** Where in the request a distinct representation ends. */
    int to(int index) {
        return bounds.get(index * 2 + 1);
    }

    /** Appends the elements of the list of representations to a request. */
    void write(
            RepresentationWriter writer,
            MergedTree tree,
            Addresses objects,
            RequestVariables values,
            ByteSink request) {
        for (int number = 0; number < objects.size(); number++) {
            int mark = request.length();
            if (count() > 0) {
                request.write(',');
            }
            int from = request.length();
            if (!writer.write(tree, objects.get(number), values, request)) {
                request.truncate(mark);
                continue;
            }
            int index = findOrAdd(request.bytes(), from, request.length());
            if (bounds.get(index * 2) != from) {
                request.truncate(mark);
            }
            targets.add(objects.get(number));
            indices.add(index);
        }
    }

    private int findOrAdd(byte[] request, int from, int to) {
        int cell = Words.hash(request, from, to) & cells.length - 1;
        while (cells[cell] != FREE) {
            int index = cells[cell] - 1;
            if (Arrays.equals(request, from, to, request, bounds.get(index * 2), bounds.get(index * 2 + 1))) {
                return index;
            }
            cell = cell + 1 & cells.length - 1;
        }
        bounds.add(from);
        bounds.add(to);
        cells[cell] = count();
        if (count() * 2 > cells.length) {
            rehash(request);
        }
        return count() - 1;
    }

    private void rehash(byte[] request) {
        cells = new int[cells.length * 2];
        for (int index = 0; index < count(); index++) {
            int cell = Words.hash(request, bounds.get(index * 2), bounds.get(index * 2 + 1)) & cells.length - 1;
            while (cells[cell] != FREE) {
                cell = cell + 1 & cells.length - 1;
            }
            cells[cell] = index + 1;
        }
    }
}
