package io.lancang.trade.provenance;

import io.lancang.trade.figure.Money;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * A state of a figure.
 *
 * @param datasetNumber number of its dataset, served as {@code dataset}
 * @param releaseNumber number of the release that brought it, served as {@code release}
 * @param replacedBy number of the release that replaced or removed it, served as {@code supersededBy}
 */
@Description("One state of a figure: what a release said, until a later one replaced or removed it.")
public record Revision(
        @Description("The figure.") @NonNull Money value,

        @Description("The change on the state before in the same dataset, in percent; null for the first.") @Nullable
        Double changePercent,

        @Description("Whether it is served today.") boolean current,
        @Ignore int datasetNumber,
        @Ignore long releaseNumber,
        @Ignore @Nullable Long replacedBy) {}
