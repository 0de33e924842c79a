package io.lancang.federation.execute.compile;

import io.lancang.federation.execute.request.RequestVariables;
import io.lancang.federation.execute.tree.ObjectReader;
import io.lancang.federation.execute.tree.Shape;
import io.lancang.federation.execute.tree.ShortenedLists;
import io.lancang.federation.execute.tree.TreePath;
import io.lancang.federation.json.KeyTable;
import io.lancang.federation.operation.FieldSelection;
import io.lancang.federation.operation.FragmentSelection;
import io.lancang.federation.operation.Operation;
import io.lancang.federation.operation.SelectionSet;
import io.lancang.federation.operation.StreamedList;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which lists with {@code @stream} can be streamed: those of objects that one fetch brings whole, so that what is behind
 * the first items is known to be there, and what others add to it can be asked for later. All others are answered whole, as are
 * lists in streamed lists.
 */
final class StreamCompiler {
    private final Operation operation;
    private final Shape root;
    private final List<FetchStep> steps;
    private final List<Compiled> compiled = new ArrayList<>();

    /** A list that can be streamed. */
    record Compiled(StreamedList list, TreePath parents, int slot, BitSet below, Set<TreePath> paths) {}

    private StreamCompiler(Operation operation, Shape root, List<FetchStep> steps) {
        this.operation = operation;
        this.root = root;
        this.steps = steps;
    }

    static List<Compiled> compile(Operation operation, Shape root, List<FetchStep> steps) {
        if (operation.streams().isEmpty()) {
            return List.of();
        }
        StreamCompiler compiler = new StreamCompiler(operation, root, steps);
        operation.streams().stream()
                .sorted(Comparator.comparingInt(list -> list.path().size()))
                .forEach(compiler::add);
        return List.copyOf(compiler.compiled);
    }

    /** Those that a request has streamed; null if there are none. */
    static @Nullable Streams inForce(List<Compiled> all, RequestVariables variables) {
        List<ShortenedLists.Place> places = new ArrayList<>();
        BitSet below = new BitSet();
        Set<TreePath> paths = new HashSet<>();
        for (Compiled each : all) {
            StreamedList list = each.list();
            if (list.variable() == null || variables.isTrue(list.variable())) {
                places.add(new ShortenedLists.Place(
                        each.parents(),
                        each.slot(),
                        variables.count(list.countVariable(), list.initialCount()),
                        list.label()));
                below.or(each.below());
                paths.addAll(each.paths());
            }
        }
        return places.isEmpty() ? null : new Streams(places, below, paths);
    }

    private void add(StreamedList list) {
        boolean isAlone = operation.streams().stream().filter(list::equals).count()
                == occurrences(operation.selections(), list.path());
        if (!isAlone || compiled.stream().anyMatch(other -> isWithin(list, other.list()))) {
            return;
        }
        List<TreePath.Step> path = new ArrayList<>();
        Shape shape = root;
        for (String key : list.path()) {
            int slot = shape.slot(key);
            Shape child = slot == KeyTable.MISSING ? null : shape.child(slot);
            if (child == null) {
                return;
            }
            path.add(new TreePath.Step(slot, null, shape.typenameSlot()));
            shape = child;
        }
        int[] slots = path.stream().mapToInt(TreePath.Step::slot).toArray();
        if (steps.stream().filter(step -> brings(step, slots)).count() != 1) {
            return;
        }
        int last = path.removeLast().slot();
        BitSet below = new BitSet();
        Set<TreePath> paths = new HashSet<>();
        for (int step = 0; step < steps.size(); step++) {
            for (TreePath each : paths(steps.get(step))) {
                if (begins(each, slots)) {
                    below.set(step);
                    paths.add(each);
                }
            }
        }
        if (canBeSentTwice(below)) {
            compiled.add(new Compiled(list, new TreePath(path, parents(list)), last, below, paths));
        }
    }

    private static boolean isWithin(StreamedList list, StreamedList other) {
        return list.equals(other) || list.isWithin(other);
    }

    /** How often an operation selects the field with a path, whatever the types. */
    private static long occurrences(SelectionSet selections, List<String> path) {
        return selections.selections().stream()
                .mapToLong(selection -> switch (selection) {
                    case FragmentSelection fragment -> occurrences(fragment.selections(), path);
                    case FieldSelection field -> {
                        if (!field.responseKey().equals(path.getFirst())) {
                            yield 0;
                        }
                        yield path.size() == 1 ? 1 : occurrences(field.selections(), path.subList(1, path.size()));
                    }
                })
                .sum();
    }

    private Shape parents(StreamedList list) {
        Shape shape = root;
        for (String key : list.path().subList(0, list.path().size() - 1)) {
            Shape child = shape.child(shape.slot(key));
            shape = child == null ? shape : child;
        }
        return shape;
    }

    /** Nothing that others wait for may depend on what is asked for in two halves, and each half must be a request like the whole. */
    private boolean canBeSentTwice(BitSet below) {
        return below.stream().allMatch(number -> {
            FetchStep step = steps.get(number);
            boolean isPlain = !(step instanceof FetchStep.Entities entities)
                    || !entities.request().dependsOnObjectsAbove();
            return isPlain && step.followers().stream().allMatch(below::get);
        });
    }

    private static List<TreePath> paths(FetchStep step) {
        return switch (step) {
            case FetchStep.Root fields -> List.of(fields.path());
            case FetchStep.Entities entities -> entities.paths();
        };
    }

    private static boolean begins(TreePath path, int[] slots) {
        if (path.steps().size() < slots.length) {
            return false;
        }
        for (int at = 0; at < slots.length; at++) {
            if (path.steps().get(at).slot() != slots[at]) {
                return false;
            }
        }
        return true;
    }

    private static boolean brings(FetchStep step, int[] slots) {
        return switch (step) {
            case FetchStep.Root fields -> brings(fields.path(), fields.reader(), slots);
            case FetchStep.Entities entities -> {
                boolean isBrought = false;
                for (int call = 0; call < entities.paths().size(); call++) {
                    isBrought |= brings(
                            entities.paths().get(call), entities.entities().get(call), slots);
                }
                yield isBrought;
            }
        };
    }

    private static boolean brings(TreePath path, ObjectReader reader, int[] slots) {
        int from = path.steps().size();
        if (from >= slots.length) {
            return false;
        }
        for (int at = 0; at < from; at++) {
            if (path.steps().get(at).slot() != slots[at]) {
                return false;
            }
        }
        return reads(reader, slots, from);
    }

    private static boolean reads(ObjectReader reader, int[] slots, int at) {
        for (int key = 0; key < reader.keys().size(); key++) {
            ObjectReader child = reader.child(key);
            if (reader.slot(key) == slots[at]
                    && child != null
                    && (at == slots.length - 1 || reads(child, slots, at + 1))) {
                return true;
            }
        }
        return false;
    }
}
