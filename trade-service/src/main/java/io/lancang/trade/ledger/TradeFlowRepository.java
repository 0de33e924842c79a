package io.lancang.trade.ledger;

import io.lancang.kit.error.ServiceException;
import io.lancang.kit.history.Vantage;
import io.lancang.kit.provenance.SourceReference;
import io.lancang.trade.figure.Currency;
import io.lancang.trade.figure.Flow;
import io.lancang.trade.figure.Money;
import io.lancang.trade.figure.Quality;
import io.lancang.trade.figure.Valuation;
import io.lancang.trade.period.Frequency;
import io.lancang.trade.period.Period;
import io.lancang.trade.selection.Selection;
import io.lancang.trade.selection.SelectionSql;
import io.lancang.trade.selection.SqlParameters;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads figures page by page; each method is one statement. */
@Singleton
class TradeFlowRepository {
    private static final String COLUMNS = """
            select f.frequency::text as frequency, f.period, f.reporter_code, f.partner_code, f.flow::text as flow,
                   f.product_code, f.currency, f.amount, f.valuation, f.quality::text as quality,
                   f.dataset_id::int as dataset_id, f.source_id, f.release_id
            from trade_flow f
            where\s""";

    private final Pool pool;

    TradeFlowRepository(Pool pool) {
        this.pool = pool;
    }

    /** A figure with the keyset that it has in the order it was read in. */
    record Placed(TradeFlow flow, List<String> keyset) {}

    /** At most {@code limit} figures after the keyset, if there is one. */
    Uni<List<Placed>> page(Selection selection, TradeFlowOrder order, int limit, @Nullable List<String> after) {
        SqlParameters parameters = new SqlParameters();
        String condition = SelectionSql.condition(selection, parameters);
        String sql = COLUMNS + condition + after(order, after, parameters) + order.orderBy() + " limit "
                + parameters.add(limit);
        return pool.preparedQuery(sql)
                .execute(parameters.tuple())
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Placed(flowOf(row, selection.vantage()), keysetOf(row, order)))
                        .toList());
    }

    Uni<Long> count(Selection selection) {
        SqlParameters parameters = new SqlParameters();
        String condition = SelectionSql.condition(selection, parameters);
        return pool.preparedQuery("select count(*) from trade_flow f where " + condition)
                .execute(parameters.tuple())
                .map(rows -> rows.iterator().next().getLong(0));
    }

    private static String after(TradeFlowOrder order, @Nullable List<String> keyset, SqlParameters parameters) {
        if (keyset == null) {
            return "";
        }
        List<TradeFlowOrder.Key> keys = order.keys();
        if (keyset.size() != keys.size()) {
            throw ServiceException.badInput(
                    "The cursor has " + keyset.size() + " parts where this list has " + keys.size() + ".",
                    "Send `after` as it was given in `endCursor` or `cursor`.");
        }
        String left = keys.stream().map(TradeFlowOrder.Key::expression).collect(Collectors.joining(", ", "(", ")"));
        String right = IntStream.range(0, keys.size())
                .mapToObj(index -> parameters.add(keyset.get(index)) + "::"
                        + keys.get(index).type())
                .collect(Collectors.joining(", ", "(", ")"));
        return " and " + left + (order.isDescending() ? " < " : " > ") + right;
    }

    private static List<String> keysetOf(Row row, TradeFlowOrder order) {
        return order.keys().stream()
                .map(key -> String.valueOf(row.getValue(key.column())))
                .toList();
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
                row.getInteger("dataset_id"),
                row.getString("product_code"),
                new SourceReference(row.getString("source_id"), seen),
                row.getLong("release_id"));
    }
}
