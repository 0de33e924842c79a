package io.lancang.trade.headline;

import io.lancang.kit.provenance.SourceReference;
import io.lancang.trade.figure.Currency;
import io.lancang.trade.figure.FlowSelection;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A quoted figure as the database keeps it.
 *
 * @param code code of the partner or bloc
 * @param wholeYear whether it is about the whole year
 * @param note what the source adds, if anything
 */
record Quotation(
        String code,
        int year,
        FlowSelection flow,
        Currency currency,
        BigDecimal amount,
        boolean wholeYear,
        @Nullable String note,
        SourceReference citation) {}
