package io.lancang.trade.investment;

import io.lancang.kit.provenance.SourceReference;
import io.lancang.trade.figure.FlowSelection;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * A quoted share of a member in the trade of its bloc.
 *
 * @param citation who quotes it, served as {@code source}
 */
@Description("The share of a member in its bloc's trade with China, as it was quoted."
        + " `TradePoint.contributions` computes shares from figures.")
public record MemberShare(
        @Description("The calendar year.") int year,
        @Description("Code of the bloc.") @Id @NonNull String blocCode,
        @Description("Code of the member.") @Id @NonNull String partnerCode,
        @Description("Which flow.") @NonNull FlowSelection flow,
        @Description("The share, in percent.") double percent,
        @Ignore SourceReference citation) {}
