package io.lancang.federation.plan.query;

import io.lancang.federation.operation.OperationWeight;
import java.util.List;

/** What a plan and all that is compiled for running it keep from being collected. Measured by a test. */
public final class PlanWeight {
    private static final long FETCH_BYTES = 1_500;
    private static final long STEP_BYTES = 300;

    /** Of a field or fragment of a request: in the plan, in the text of the request, in readers, shapes and projections. */
    private static final long SELECTION_BYTES = 300;

    private PlanWeight() {}

    /** Bytes of a plan. */
    public static long of(QueryPlan plan) {
        long bytes = 0;
        for (Fetch fetch : plan.fetches()) {
            bytes += FETCH_BYTES
                    + switch (fetch) {
                        case RootFetch root -> STEP_BYTES * root.path().size() + selections(root.selections());
                        case EntityFetch entities ->
                            entities.calls().stream().mapToLong(PlanWeight::of).sum();
                    };
        }
        return bytes;
    }

    private static long of(EntityCall call) {
        long bytes = FETCH_BYTES + STEP_BYTES * call.path().size() + selections(call.selections());
        for (Representation representation : call.representations()) {
            bytes += STEP_BYTES * (1 + representation.types().size()) + parts(representation.fields());
        }
        return bytes;
    }

    private static long selections(List<FetchSelection> selections) {
        long bytes = 0;
        for (FetchSelection selection : selections) {
            bytes += SELECTION_BYTES + selections(selection.selections());
            if (selection instanceof FetchSelection.Field field) {
                // As text: the syntax tree is the operation's.
                bytes += OperationWeight.of(field.arguments());
            }
        }
        return bytes;
    }

    private static long parts(List<RepresentationSelection> parts) {
        long bytes = 0;
        for (RepresentationSelection part : parts) {
            bytes += SELECTION_BYTES
                    + switch (part) {
                        case RepresentationSelection.Field field -> parts(field.fields());
                        case RepresentationSelection.Fragment fragment ->
                            STEP_BYTES * fragment.types().size() + parts(fragment.fields());
                    };
        }
        return bytes;
    }
}
