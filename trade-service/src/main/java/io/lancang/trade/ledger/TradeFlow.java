package io.lancang.trade.ledger;

import io.lancang.kit.provenance.SourceReference;
import io.lancang.trade.figure.Flow;
import io.lancang.trade.figure.Money;
import io.lancang.trade.figure.TradedQuantity;
import io.lancang.trade.period.Period;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * One figure.
 *
 * @param datasetId number of its dataset, served as {@code dataset}
 * @param productId key of the product, served as {@code product}
 * @param citation who gives it, served as {@code source}
 * @param releaseId number of the release that brought it, served as {@code release}
 */
@Description("One figure of trade, as its dataset gives it.")
public record TradeFlow(
        @Description("The period.") @NonNull Period period,
        @Description("Code of who reports.") @Id @NonNull String reporterCode,

        @Description("Code of the partner: where exports go, where imports come from.") @Id @NonNull
        String partnerCode,

        @Description("The flow, as the reporter sees it.") @NonNull
        Flow flow,

        @Description("The figure.") @NonNull Money value,

        @Description("How much it was, in the unit of the file; null where the file does not say it.") @Nullable
        TradedQuantity quantity,

        @Description("Its net weight in kilograms; null where the file does not say it.") @Nullable
        TradedQuantity netWeight,

        @Ignore int datasetId,
        @Ignore String productId,
        @Ignore SourceReference citation,
        @Ignore long releaseId) {}
