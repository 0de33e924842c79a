package io.lancang.federation.execute.tree;

import java.util.ArrayList;
import java.util.List;

/** The objects at the end of a path, each with the objects on its way from the root. Not thread-safe; belongs to one request. */
public final class Lineages {
    /** The objects after each step; those after none is the root. */
    private final List<Addresses> levels = new ArrayList<>();
    /** For each level but the first, the number of each object's parent on the level before. */
    private final List<Addresses> parents = new ArrayList<>();

    /** Starts at a root object. */
    Lineages(int root) {
        Addresses first = new Addresses();
        first.add(root);
        levels.add(first);
        parents.add(new Addresses());
    }

    /** The number of objects at the end. */
    public int size() {
        return levels.getLast().size();
    }

    /** An object at the end. */
    public int object(int number) {
        return levels.getLast().get(number);
    }

    /**
     * The object above one at the end.
     *
     * @param depth how many steps lead from the root to it
     */
    public int above(int number, int depth) {
        int current = number;
        for (int level = levels.size() - 1; level > depth; level--) {
            current = parents.get(level).get(current);
        }
        return levels.get(depth).get(current);
    }

    /** Goes down one step, from each object to those that a value holds. */
    void descend(MergedTree tree, TreePath.Step step) {
        Addresses above = levels.getLast();
        Addresses below = new Addresses();
        Addresses numbers = new Addresses();
        for (int number = 0; number < above.size(); number++) {
            int parent = above.get(number);
            if (step.leaves(tree, parent)) {
                TreePath.collect(tree, tree.get(parent + step.slot()), below);
            }
            while (numbers.size() < below.size()) {
                numbers.add(number);
            }
        }
        levels.add(below);
        parents.add(numbers);
    }
}
