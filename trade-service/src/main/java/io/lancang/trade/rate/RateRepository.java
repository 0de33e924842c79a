package io.lancang.trade.rate;

import io.lancang.kit.history.Vantage;
import io.lancang.kit.provenance.SourceReference;
import io.lancang.kit.scalar.Decimal;
import io.lancang.trade.figure.Currency;
import io.lancang.trade.ledger.TradeFlow;
import io.lancang.trade.period.Frequency;
import io.lancang.trade.period.Period;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads rates; each method is one statement. */
@Singleton
class RateRepository {
    /** What a figure's dataset gives for the same in the other currency is seen from where the figure is, whichever release brought it. */
    private static final String RATES_OF = """
            select w.place, own.amount as own_amount, own.source_id as own_source, r.cny_per_usd, r.source_id as rate_source
            from unnest($1::int[], $2::text[], $3::date[], $4::text[], $5::text[], $6::text[], $7::text[])
              with ordinality as w (dataset_id, frequency, period, reporter_code, partner_code, flow, product_code, place)
            left join trade_flow own
              on own.partner_code = w.partner_code and own.product_code = w.product_code
             and own.frequency = w.frequency::"char" and own.period = w.period and own.flow = w.flow::"char"
             and own.reporter_code = w.reporter_code and own.dataset_id = w.dataset_id and own.currency = $8
             and {sees own}
            left join exchange_rate r
              on r.frequency = w.frequency::"char" and r.period = w.period and {sees r}
            """;

    private final Pool pool;

    RateRepository(Pool pool) {
        this.pool = pool;
    }

    /**
     * What a figure can be converted by.
     *
     * @param own what its dataset gives for the same in the other currency
     */
    record Basis(
            @Nullable BigDecimal own,
            @Nullable String ownSource,
            @Nullable BigDecimal average,
            @Nullable String averageSource) {}

    Uni<List<ExchangeRate>> rates(Frequency frequency, @Nullable Integer from, @Nullable Integer to, Vantage vantage) {
        String sql = """
                select r.period, r.cny_per_usd, r.source_id from exchange_rate r
                where r.frequency = $1::text::"char"
                  and ($2::int is null or r.period >= make_date($2, 1, 1))
                  and ($3::int is null or r.period <= make_date($3, 12, 31)) and %s
                order by r.period
                """.formatted(vantage.sees("r"));
        Tuple parameters =
                Tuple.tuple().addString(frequency.code()).addInteger(from).addInteger(to);
        return pool.preparedQuery(sql)
                .execute(parameters)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new ExchangeRate(
                                Period.of(frequency, row.getLocalDate("period")),
                                new Decimal(row.getBigDecimal("cny_per_usd")),
                                RateOrigin.PERIOD_AVERAGE,
                                new SourceReference(row.getString("source_id"), vantage)))
                        .toList());
    }

    /** What each figure, seen from {@code vantage}, can be converted to {@code target} by. */
    Uni<Map<TradeFlow, Basis>> bases(List<TradeFlow> flows, Currency target, Vantage vantage) {
        Tuple parameters = Tuple.tuple()
                .addArrayOfInteger(flows.stream().map(TradeFlow::datasetId).toArray(Integer[]::new))
                .addArrayOfString(flows.stream()
                        .map(flow -> flow.period().frequency().code())
                        .toArray(String[]::new))
                .addArrayOfLocalDate(
                        flows.stream().map(flow -> flow.period().key()).toArray(LocalDate[]::new))
                .addArrayOfString(flows.stream().map(TradeFlow::reporterCode).toArray(String[]::new))
                .addArrayOfString(flows.stream().map(TradeFlow::partnerCode).toArray(String[]::new))
                .addArrayOfString(flows.stream().map(flow -> flow.flow().code()).toArray(String[]::new))
                .addArrayOfString(flows.stream().map(TradeFlow::productId).toArray(String[]::new))
                .addString(target.name());
        String sql = RATES_OF.replace("{sees own}", vantage.sees("own")).replace("{sees r}", vantage.sees("r"));
        return pool.preparedQuery(sql).execute(parameters).map(rows -> {
            Map<TradeFlow, Basis> bases = new HashMap<>();
            for (Row row : rows) {
                bases.put(
                        flows.get(row.getLong("place").intValue() - 1),
                        new Basis(
                                row.getBigDecimal("own_amount"),
                                row.getString("own_source"),
                                row.getBigDecimal("cny_per_usd"),
                                row.getString("rate_source")));
            }
            return bases;
        });
    }
}
