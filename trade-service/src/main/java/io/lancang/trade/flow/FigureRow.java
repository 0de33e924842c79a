package io.lancang.trade.flow;

import io.lancang.trade.totals.Quotation;
import io.lancang.trade.totals.Sum;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one subject in one period and currency, before anything is served or left out.
 *
 * @param members codes of the partners that the subject consists of in the period
 * @param exports the reporter's exports to them
 * @param imports the reporter's imports from them
 * @param worldExports the reporter's exports to the world in the dataset of {@code exports}; null if there is none
 * @param worldImports the reporter's imports from the world in the dataset of {@code imports}; null if there is none
 * @param headlines quoted figures of the subject
 */
record FigureRow(
        List<String> members,
        @Nullable Sum exports,
        @Nullable Sum imports,
        @Nullable BigDecimal worldExports,
        @Nullable BigDecimal worldImports,
        Headlines headlines) {

    /** The quoted figures of a subject, and of the world for a share. */
    record Headlines(
            @Nullable Quotation exports,
            @Nullable Quotation imports,
            @Nullable Quotation total,
            @Nullable Quotation worldTotal) {}
}
