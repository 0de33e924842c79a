package io.lancang.trade.ledger;

import io.lancang.kit.history.Vantage;
import io.lancang.kit.provenance.SourceReference;
import io.lancang.trade.figure.Currency;
import io.lancang.trade.figure.Flow;
import io.lancang.trade.figure.Money;
import io.lancang.trade.figure.Quality;
import io.lancang.trade.figure.TradedQuantity;
import io.lancang.trade.figure.Valuation;
import io.lancang.trade.period.Frequency;
import io.lancang.trade.period.Period;
import io.lancang.trade.selection.Selection;
import io.lancang.trade.selection.SqlParameters;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads figures page by page. A page is one statement, or two where it has to be found out first whether few are selected. */
@Singleton
class TradeFlowRepository {
    private final Pool pool;

    TradeFlowRepository(Pool pool) {
        this.pool = pool;
    }

    /** A figure with the keyset that it has in the order it was read in. */
    record Placed(TradeFlow flow, List<String> keyset) {}

    /** At most {@code limit} figures after the keyset, if there is one. */
    Uni<List<Placed>> page(Selection selection, TradeFlowOrder order, int limit, @Nullable List<String> after) {
        PageSql page = new PageSql(selection, order, limit, after);
        return found(selection, order)
                .flatMap(found -> pool.preparedQuery(page.statement(found))
                        .execute(page.parameters().tuple()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Placed(flowOf(row, selection.vantage()), keysetOf(row, order)))
                        .toList());
    }

    /** Whether few figures are selected. Not asked where figures are read cell by cell, each of which has some. */
    private Uni<Found> found(Selection selection, TradeFlowOrder order) {
        FindSql find = new FindSql(selection, order);
        return find.statement()
                .map(statement -> pool.preparedQuery(statement)
                        .execute(find.parameters().tuple())
                        .map(rows -> foundOf(rows.iterator().next(), find.fewInCells())))
                .orElseGet(() -> Uni.createFrom().item(Found.MANY));
    }

    private static Found foundOf(Row row, int fewInCells) {
        if (isFew(row.getLong("of_products"), Found.FEW_AT_MOST)
                || isFew(row.getLong("of_amounts"), Found.FEW_OF_AMOUNTS_AT_MOST)) {
            return Found.FEW;
        }
        return isFew(row.getLong("in_cells"), fewInCells) ? Found.FEW_IN_CELLS : Found.MANY;
    }

    private static boolean isFew(@Nullable Long figures, int most) {
        return figures != null && figures <= most;
    }

    /** From what is kept of how many figures there are; products by name and amounts are counted themselves. */
    Uni<Long> count(Selection selection) {
        SqlParameters parameters = new SqlParameters();
        return pool.preparedQuery(CountSql.statement(selection, parameters))
                .execute(parameters.tuple())
                .map(rows -> rows.iterator().next().getLong(0));
    }

    private static List<String> keysetOf(Row row, TradeFlowOrder order) {
        return order.keys().stream()
                .map(key -> String.valueOf(row.getValue(key.column())))
                .toList();
    }

    private static @Nullable TradedQuantity quantityOf(
            Row row, String column, @Nullable String unit, String estimated) {
        BigDecimal amount = row.getBigDecimal(column);
        return amount == null || unit == null
                ? null
                : TradedQuantity.of(amount, unit, Boolean.TRUE.equals(row.getBoolean(estimated)));
    }

    private static TradeFlow flowOf(Row row, Vantage seen) {
        Frequency frequency = Frequency.ofCode(row.getString("frequency"));
        return new TradeFlow(
                Period.of(frequency, row.getLocalDate("period")),
                row.getString("reporter_code"),
                row.getString("partner_code"),
                Flow.ofCode(row.getString("flow")),
                Money.of(
                        row.getBigDecimal("amount"),
                        Currency.valueOf(row.getString("currency")),
                        Valuation.valueOf(row.getString("valuation")),
                        Quality.ofCode(row.getString("quality"))),
                quantityOf(row, "quantity", row.getString("quantity_unit"), "quantity_estimated"),
                quantityOf(row, "net_weight", TradedQuantity.KILOGRAMS, "weight_estimated"),
                row.getInteger("dataset_id"),
                row.getString("product_code"),
                new SourceReference(row.getString("source_id"), seen),
                row.getLong("release_id"));
    }
}
