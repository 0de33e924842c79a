package io.lancang.trade.investment;

import io.lancang.kit.provenance.SourceReference;
import io.lancang.trade.figure.Money;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * A figure of direct investment.
 *
 * @param citation who gives it, served as {@code source}
 */
@Description("A figure of direct investment from one economy into another.")
public record Investment(
        @Description("The calendar year.") int year,
        @Description("What it measures.") @NonNull InvestmentConcept concept,

        @Description("Code of the economy that invests.") @Id @NonNull
        String investorCode,

        @Description("Code of the economy or the region that it invests in, which may be no partner (`ASIA`).")
        @Id
        @NonNull
        String destinationCode,

        @Description("The amount in US dollars; negative where more was withdrawn than came.") @NonNull
        Money amount,

        @Description("Who published it, and what else is to be known.") @NonNull
        String note,

        @Ignore SourceReference citation) {}
