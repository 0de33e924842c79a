package io.lancang.trade.summary;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("Groups of figures, and what was kept apart, combined or left out.")
public record TradeSummary(
        @Description("The groups.") @NonNull List<@NonNull SummaryRow> rows,

        @Description("What a reader of the sums has to know: what was kept apart, combined or left out.") @NonNull
        List<@NonNull String> notes) {}
