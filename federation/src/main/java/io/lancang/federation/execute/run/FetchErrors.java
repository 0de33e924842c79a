package io.lancang.federation.execute.run;

import io.lancang.federation.error.GraphQLError;
import io.lancang.federation.execute.answer.ClientPosition;
import io.lancang.federation.execute.compile.FetchStep;
import io.lancang.federation.execute.request.Representations;
import io.lancang.federation.execute.tree.Addresses;
import io.lancang.federation.execute.tree.Explanations;
import io.lancang.federation.execute.tree.MergedTree;
import io.lancang.federation.execute.tree.ObjectReader;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;

/**
 * Brings the errors of fetches to the paths of the client's answer.
 *
 * <p>The rules, which keep the errors of one answer shorter than its data:
 *
 * <ul>
 *   <li>A fetch that failed is reported at the fields that the client asked of it: each field of each object, in the order of
 *       the answer, up to {@value #MAXIMUM_PLACES} places.
 *   <li>An error that a subgraph reports for an entity is reported at each object that stands for this entity, up to
 *       {@value #MAXIMUM_PLACES} places.
 *   <li>An error without a path is reported at the path that all objects of its fetch have in common, which ends at the first
 *       list.
 * </ul>
 *
 * <p>Not thread-safe; belongs to one request.
 */
final class FetchErrors {
    static final int MAXIMUM_PLACES = 10;

    private final MergedTree tree;
    private final int root;
    private final ClientPosition client;
    private final Consumer<GraphQLError> errors;

    FetchErrors(MergedTree tree, int root, ClientPosition client, Consumer<GraphQLError> errors) {
        this.tree = tree;
        this.root = root;
        this.client = client;
        this.errors = errors;
    }

    /** A fetch gave nothing, and its errors say why: whatever it was to bring needs no other. */
    void explain(FetchStep step, List<Representations> calls) {
        switch (step) {
            case FetchStep.Root rootStep -> explain(rootStep);
            case FetchStep.Entities entities -> {
                for (int call = 0; call < calls.size(); call++) {
                    explain(entities.entities().get(call), calls.get(call));
                }
            }
        }
    }

    /** A fetch of root fields gave nothing. */
    void failed(FetchStep.Root step, GraphQLError error) {
        explain(step);
        List<List<Object>> places = new ArrayList<>();
        for (ClientPosition object : owners(step)) {
            places.addAll(orElse(object.fields(tree, step.reader()), object));
        }
        report(error, places);
    }

    /** A fetch of entities gave nothing for any of its calls. */
    void failed(FetchStep.Entities step, List<Representations> calls, GraphQLError error) {
        explain(step, calls);
        List<List<Object>> places = new ArrayList<>();
        for (int call = 0; call < calls.size() && places.size() < MAXIMUM_PLACES; call++) {
            places.addAll(places(step, call, anyOf(calls.get(call))));
        }
        report(error, places);
    }

    /** A call of entities gave nothing. */
    void failed(FetchStep.Entities step, int call, Representations representations, GraphQLError error) {
        explain(step.entities().get(call), representations);
        report(error, places(step, call, anyOf(representations)));
    }

    /** A call of entities gave nothing useful for one of them. */
    void failed(FetchStep.Entities step, int call, Representations representations, int entity, GraphQLError error) {
        ObjectReader reader = step.entities().get(call);
        forEachTarget(representations, entity, target -> Explanations.explain(tree, reader, target));
        report(error, places(step, call, standingFor(representations, entity)));
    }

    /** A subgraph reported an error of a fetch of root fields. */
    void reported(FetchStep.Root step, SubgraphErrors.Reported reported) {
        if (reported.path().isEmpty()) {
            explain(step);
            List<List<Object>> fields = new ArrayList<>();
            owners(step).forEach(object -> fields.addAll(object.fields(tree, step.reader())));
            errors.accept(
                    fields.size() == 1
                            ? reported.error().under(fields.getFirst())
                            : reported.error().under(client.commonPath(tree, step.path())));
            return;
        }
        Addresses targets = step.path().objects(tree, root);
        for (int number = 0; number < targets.size(); number++) {
            Explanations.explain(tree, step.reader(), targets.get(number), reported.path());
        }
        report(
                reported.error(),
                owners(step).stream()
                        .map(object -> object.translate(tree, step.reader(), reported.path()))
                        .toList());
    }

    /** The objects that the root fields of a fetch belong to: the root itself, or some below. */
    private List<ClientPosition> owners(FetchStep.Root step) {
        return client.find(tree, step.path(), address -> true, MAXIMUM_PLACES);
    }

    private void explain(FetchStep.Root step) {
        Addresses targets = step.path().objects(tree, root);
        for (int number = 0; number < targets.size(); number++) {
            Explanations.explain(tree, step.reader(), targets.get(number));
        }
    }

    /** A subgraph reported an error of a fetch of entities. */
    void reported(FetchStep.Entities step, List<Representations> calls, SubgraphErrors.Reported reported) {
        List<?> path = reported.path();
        int call = path.isEmpty() ? -1 : step.reader().keys().find(String.valueOf(path.getFirst()));
        if (call < 0 || path.size() < 2 || !(path.get(1) instanceof Integer entity)) {
            reportedWithoutPath(step, calls, reported.error());
            return;
        }
        Representations representations = calls.get(call);
        ObjectReader reader = step.entities().get(call);
        List<?> below = path.subList(2, path.size());
        forEachTarget(representations, entity, target -> explain(reader, target, below));
        IntPredicate wanted = standingFor(representations, entity);
        List<List<Object>> places = new ArrayList<>();
        for (ClientPosition object : client.find(tree, step.paths().get(call), wanted, MAXIMUM_PLACES)) {
            places.add(object.translate(tree, reader, below));
        }
        if (places.isEmpty()) {
            reportedWithoutPath(step, calls, reported.error());
        } else {
            report(reported.error(), places);
        }
    }

    private void reportedWithoutPath(FetchStep.Entities step, List<Representations> calls, GraphQLError error) {
        explain(step, calls);
        // A fetch is sent only if one of its calls has a representation.
        int first = 0;
        while (calls.get(first).count() == 0) {
            first++;
        }
        errors.accept(error.under(client.commonPath(tree, step.paths().get(first))));
    }

    private List<List<Object>> places(FetchStep.Entities step, int call, IntPredicate wanted) {
        List<List<Object>> places = new ArrayList<>();
        for (ClientPosition object : client.find(tree, step.paths().get(call), wanted, MAXIMUM_PLACES)) {
            places.addAll(orElse(object.fields(tree, step.entities().get(call)), object));
        }
        return places;
    }

    private void report(GraphQLError error, List<List<Object>> places) {
        places.stream().limit(MAXIMUM_PLACES).forEach(place -> errors.accept(error.under(place)));
    }

    /** What the client does not see is reported where it was needed. */
    private static List<List<Object>> orElse(List<List<Object>> fields, ClientPosition object) {
        return fields.isEmpty() ? List.of(object.path()) : fields;
    }

    private void explain(ObjectReader reader, int target, List<?> path) {
        if (path.isEmpty()) {
            Explanations.explain(tree, reader, target);
        } else {
            Explanations.explain(tree, reader, target, path);
        }
    }

    private void explain(ObjectReader reader, Representations representations) {
        for (int number = 0; number < representations.targetCount(); number++) {
            Explanations.explain(tree, reader, representations.target(number));
        }
    }

    private static void forEachTarget(Representations representations, int entity, IntConsumer action) {
        for (int number = 0; number < representations.targetCount(); number++) {
            if (representations.index(number) == entity) {
                action.accept(representations.target(number));
            }
        }
    }

    private static IntPredicate anyOf(Representations representations) {
        BitSet targets = new BitSet();
        for (int number = 0; number < representations.targetCount(); number++) {
            targets.set(representations.target(number));
        }
        return targets::get;
    }

    private static IntPredicate standingFor(Representations representations, int entity) {
        BitSet targets = new BitSet();
        forEachTarget(representations, entity, targets::set);
        return targets::get;
    }
}
