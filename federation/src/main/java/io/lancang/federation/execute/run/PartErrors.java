package io.lancang.federation.execute.run;

import io.lancang.federation.error.GraphQLError;
import io.lancang.federation.execute.answer.AnswerErrors;
import io.lancang.federation.execute.answer.ObjectProjection;
import io.lancang.federation.execute.answer.PendingFragment;
import io.lancang.federation.execute.answer.ShownPaths;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;

/**
 * The errors of fetches, until the parts of the answer that they belong to are written. An error belongs to every part that
 * waited for its fetch and shows its path. Not thread-safe; belongs to one request.
 */
final class PartErrors {
    private final FetchRun run;
    private final List<Noted> noted = new ArrayList<>();

    private static final class Noted {
        private final GraphQLError error;
        private final int fetch;
        private boolean isReported;

        Noted(GraphQLError error, int fetch) {
            this.error = error;
            this.fetch = fetch;
        }
    }

    PartErrors(FetchRun run) {
        this.run = run;
    }

    /** Notes an error of the fetch whose answer is being taken in. */
    void note(GraphQLError error) {
        noted.add(new Noted(error, run.current()));
    }

    /** Tells the primary part of its errors. */
    void report(ObjectProjection projection, BitSet fetches, AnswerErrors errors) {
        ShownPaths shown = new ShownPaths(run.tree());
        report(one -> isFrom(one, fetches) && shown.shows(projection, run.root(), one.error.path()), errors);
    }

    /** Tells a deferred fragment of its errors. */
    void report(PendingFragment fragment, BitSet fetches, AnswerErrors errors) {
        ShownPaths shown = new ShownPaths(run.tree());
        List<Object> place = fragment.path();
        report(
                one -> isFrom(one, fetches)
                        && (startsWith(one.error.path(), place)
                                ? shown.shows(
                                        fragment,
                                        one.error
                                                .path()
                                                .subList(
                                                        place.size(),
                                                        one.error.path().size()))
                                // What concerns all of a list is reported with the first of its objects.
                                : !one.isReported && startsWith(place, one.error.path())),
                errors);
    }

    /**
     * Tells items of a list of their errors.
     *
     * @param list path of the list
     * @param end index of the item behind the last of them
     */
    void report(List<Object> list, int end, AnswerErrors errors) {
        report(
                one -> !one.isReported
                        && startsWith(one.error.path(), list)
                        && (one.error.path().size() == list.size()
                                || !(one.error.path().get(list.size()) instanceof Integer index)
                                || index < end),
                errors);
    }

    /** Tells the last part of the errors of what no part shows. */
    void reportRest(AnswerErrors errors) {
        report(one -> !one.isReported, errors);
    }

    private void report(Predicate<Noted> belongs, AnswerErrors errors) {
        for (Noted one : noted) {
            if (belongs.test(one)) {
                one.isReported = true;
                errors.add(one.error);
            }
        }
    }

    private static boolean isFrom(Noted one, BitSet fetches) {
        return one.fetch == FetchOrder.NONE || fetches.get(one.fetch);
    }

    private static boolean startsWith(List<Object> path, List<Object> beginning) {
        return path.size() >= beginning.size()
                && path.subList(0, beginning.size()).equals(beginning);
    }
}
