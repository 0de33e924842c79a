package io.lancang.federation.execute.run;

import io.lancang.federation.error.ErrorCode;
import io.lancang.federation.error.GraphQLError;
import io.lancang.federation.execute.compile.FetchStep;
import io.lancang.federation.execute.request.Representations;
import io.lancang.federation.execute.tree.Addresses;
import io.lancang.federation.execute.tree.AnswerReader;
import io.lancang.federation.execute.tree.AnswerReader.Answer;
import io.lancang.federation.execute.tree.MergedTree;
import io.lancang.federation.execute.tree.TreeMerger;
import io.lancang.federation.execute.tree.TreePath;
import io.lancang.federation.execute.tree.Value;
import io.lancang.federation.json.MalformedJsonException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Takes in what subgraphs answer: reads it, merges it into the tree, and turns whatever is wrong with it into errors. An
 * answer is merged only after the whole of it was read, so a broken one leaves no trace. Not thread-safe; belongs to one
 * request.
 */
final class AnswerMerger {
    private final MergedTree tree;
    private final int root;
    private final TreeMerger merger;
    private final FetchErrors errors;
    private final BiFunction<String, GraphQLError, GraphQLError> shown;
    /** From which subgraph each buffer of the tree is. */
    private final List<String> subgraphs = new ArrayList<>();

    /**
     * @param shown what a client may see of an error that a subgraph reports
     */
    AnswerMerger(MergedTree tree, int root, FetchErrors errors, BiFunction<String, GraphQLError, GraphQLError> shown) {
        this.tree = tree;
        this.root = root;
        this.merger = new TreeMerger(tree);
        this.errors = errors;
        this.shown = shown;
    }

    /** From which subgraph a buffer of the tree is. */
    String subgraph(int buffer) {
        return subgraphs.get(buffer);
    }

    /**
     * Takes in an answer.
     *
     * @param calls the representations that were sent; empty for root fields
     */
    void merge(FetchStep step, List<Representations> calls, byte[] body) {
        subgraphs.add(step.subgraph());
        try {
            Answer answer = new AnswerReader(tree, body).read(step.reader());
            List<SubgraphErrors.Reported> reported = errorsIn(step, answer.errors());
            if (Value.isObject(answer.data())) {
                mergeData(step, calls, Value.address(answer.data()), reported);
                reported.forEach(error -> report(step, calls, error));
            } else {
                noData(step, calls, reported);
            }
        } catch (MalformedJsonException malformed) {
            String message = "The subgraph " + step.subgraph() + " did not answer with JSON: " + malformed.getMessage();
            fail(step, calls, GraphQLError.of(ErrorCode.SUBGRAPH_INVALID_RESPONSE, message));
        }
    }

    /** Notes that a fetch gave nothing. */
    void fail(FetchStep step, List<Representations> calls, GraphQLError error) {
        GraphQLError attributed = error.from(step.subgraph());
        switch (step) {
            case FetchStep.Root rootStep -> errors.failed(rootStep, attributed);
            case FetchStep.Entities entities -> errors.failed(entities, calls, attributed);
        }
    }

    private List<SubgraphErrors.Reported> errorsIn(FetchStep step, long value) {
        if (!Value.isLeaf(value)) {
            return List.of();
        }
        int from = tree.from(value);
        byte[] json = tree.buffer(tree.bufferOf(value));
        return SubgraphErrors.decode(
                step.subgraph(),
                json,
                from,
                from + tree.length(value),
                reported -> shown.apply(step.subgraph(), reported));
    }

    /** The subgraph refused the whole request, or a null came up to its root. */
    private void noData(FetchStep step, List<Representations> calls, List<SubgraphErrors.Reported> reported) {
        if (reported.isEmpty()) {
            fail(step, calls, invalid(step, "without data and without errors"));
        }
        for (SubgraphErrors.Reported error : reported) {
            if (error.path().isEmpty()) {
                fail(step, calls, error.error());
            } else {
                report(step, calls, error);
            }
        }
        errors.explain(step, calls);
    }

    private void report(FetchStep step, List<Representations> calls, SubgraphErrors.Reported error) {
        switch (step) {
            case FetchStep.Root rootStep -> errors.reported(rootStep, error);
            case FetchStep.Entities entities -> errors.reported(entities, calls, error);
        }
    }

    private void mergeData(
            FetchStep step, List<Representations> calls, int data, List<SubgraphErrors.Reported> reported) {
        switch (step) {
            case FetchStep.Root rootStep -> {
                Addresses targets = rootStep.path().objects(tree, root);
                for (int number = 0; number < targets.size(); number++) {
                    merger.merge(rootStep.path().shape(), targets.get(number), data);
                }
            }
            case FetchStep.Entities entities -> {
                for (int call = 0; call < calls.size(); call++) {
                    if (calls.get(call).count() > 0) {
                        mergeCall(entities, call, calls.get(call), tree.get(data + call), reported.isEmpty());
                    }
                }
            }
        }
    }

    private void mergeCall(
            FetchStep.Entities step, int call, Representations representations, long value, boolean unexplained) {
        if (Value.isNothing(value) && !unexplained) {
            return;
        }
        int list = Value.address(value);
        if (!Value.isList(value) || tree.listLength(list) != representations.count()) {
            String answered = "with something else than the " + representations.count() + " entities asked for";
            errors.failed(step, call, representations, invalid(step, answered).from(step.subgraph()));
            return;
        }
        TreePath path = step.paths().get(call);
        for (int number = 0; number < representations.targetCount(); number++) {
            long entity = tree.element(list, representations.index(number));
            if (Value.isObject(entity)) {
                merger.merge(path.shape(), representations.target(number), Value.address(entity));
            } else if (Value.isNothing(entity)) {
                merger.mergeNothing(step.entities().get(call), representations.target(number));
            }
        }
        for (int index = 0; index < representations.count(); index++) {
            long entity = tree.element(list, index);
            if (!Value.isObject(entity) && !Value.isNothing(entity)) {
                GraphQLError error = invalid(step, "with an entity that is no object");
                errors.failed(step, call, representations, index, error.from(step.subgraph()));
            }
        }
    }

    private static GraphQLError invalid(FetchStep step, String answered) {
        String message = "The subgraph " + step.subgraph() + " answered " + answered + ".";
        return GraphQLError.of(ErrorCode.SUBGRAPH_INVALID_RESPONSE, message);
    }
}
