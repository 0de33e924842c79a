package io.lancang.federation.engine;

import io.lancang.federation.AccessMode;
import io.lancang.federation.AccessOptions;
import io.lancang.federation.access.Withholding;
import io.lancang.federation.error.ErrorCode;
import io.lancang.federation.error.GraphQLError;
import io.lancang.federation.execute.request.RequestVariables;
import java.util.List;

/**
 * The fields of a prepared operation that its client may not see.
 *
 * @param options how that is enforced
 * @param all those that are kept, whatever their conditions
 */
record Denials(AccessOptions options, List<Withholding.Denial> all) {
    Denials {
        all = List.copyOf(all);
    }

    /** Errors for which the operation must not run; none if it may. */
    List<GraphQLError> refusals(RequestVariables variables) {
        return options.mode() == AccessMode.REJECT ? selected(variables) : List.of();
    }

    /** Errors to send with an answer that has the fields nevertheless. */
    List<GraphQLError> warnings(RequestVariables variables) {
        return options.mode() == AccessMode.DRY_RUN && options.reported() ? selected(variables) : List.of();
    }

    /** An error for each field that the request selects. */
    List<GraphQLError> selected(RequestVariables variables) {
        return all.stream()
                .filter(denial -> variables.satisfy(denial.conditions()))
                .map(denial -> GraphQLError.of(ErrorCode.UNAUTHORIZED_FIELD_OR_TYPE, denial.reason())
                        .under(denial.path()))
                .toList();
    }
}
