package io.lancang.trade.province;

import io.lancang.kit.history.Vantage;
import io.lancang.kit.provenance.SourceReference;
import io.lancang.trade.figure.Currency;
import io.lancang.trade.figure.Money;
import io.lancang.trade.figure.Quality;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads quoted figures of provinces. */
@Singleton
class ProvincialTradeRepository {
    private final Pool pool;

    ProvincialTradeRepository(Pool pool) {
        this.pool = pool;
    }

    /** Figures by their days; a partner or year that is null restricts nothing. */
    Uni<List<ProvincialTrade>> figures(
            String reporter, @Nullable String partner, @Nullable Integer from, @Nullable Integer to, Vantage vantage) {
        String sql = """
                select d.reporter_code, d.starts, d.ends, d.flow::text as flow, d.partner_code, d.currency, d.amount,
                       d.note, d.source_id
                from dated_trade d
                where d.reporter_code = $1 and ($2::text is null or d.partner_code = $2)
                  and ($3::int is null or d.ends >= make_date($3, 1, 1))
                  and ($4::int is null or d.starts <= make_date($4, 12, 31)) and %s
                order by d.ends, d.starts, d.partner_code, d.flow
                """.formatted(vantage.sees("d"));
        Tuple parameters = Tuple.tuple()
                .addString(reporter)
                .addString(partner)
                .addInteger(from)
                .addInteger(to);
        return pool.preparedQuery(sql)
                .execute(parameters)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> figureOf(row, vantage))
                        .toList());
    }

    private static ProvincialTrade figureOf(Row row, Vantage seen) {
        LocalDate start = row.getLocalDate("starts");
        LocalDate end = row.getLocalDate("ends");
        return new ProvincialTrade(
                row.getString("reporter_code"),
                start,
                end,
                start.plusYears(1).minusDays(1).equals(end),
                ProvincialFlow.ofCode(row.getString("flow")),
                row.getString("partner_code"),
                Money.of(
                        row.getBigDecimal("amount"),
                        Currency.valueOf(row.getString("currency")),
                        null,
                        Quality.HEADLINE),
                row.getString("note"),
                new SourceReference(row.getString("source_id"), seen));
    }
}
