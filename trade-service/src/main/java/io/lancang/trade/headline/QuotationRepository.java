package io.lancang.trade.headline;

import io.lancang.kit.history.Vantage;
import io.lancang.kit.provenance.SourceReference;
import io.lancang.trade.figure.Currency;
import io.lancang.trade.figure.FlowSelection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads quoted figures. */
@Singleton
class QuotationRepository {
    private final Pool pool;

    QuotationRepository(Pool pool) {
        this.pool = pool;
    }

    /** Quotations by code and year; what is empty or null restricts nothing. */
    Uni<List<Quotation>> quotations(
            Optional<List<String>> codes, @Nullable Integer from, @Nullable Integer to, Vantage vantage) {
        Tuple parameters = Tuple.tuple()
                .addArrayOfString(codes.map(list -> list.toArray(String[]::new)).orElse(null))
                .addInteger(from)
                .addInteger(to);
        return pool.preparedQuery(sql(vantage))
                .execute(parameters)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> quotationOf(row, vantage))
                        .toList());
    }

    private static String sql(Vantage vantage) {
        return """
                select h.partner_code, h.year::int as year, h.flow::text as flow, h.currency, h.amount, h.whole_year,
                       nullif(h.flag, '') as flag, h.source_id
                from trade_headline h
                where ($1::text[] is null or h.partner_code = any($1))
                  and ($2::int is null or h.year >= $2) and ($3::int is null or h.year <= $3) and %s
                order by h.partner_code, h.year, h.flow, h.preference, h.source_id, h.flag
                """.formatted(vantage.sees("h"));
    }

    private static Quotation quotationOf(Row row, Vantage seen) {
        return new Quotation(
                row.getString("partner_code"),
                row.getInteger("year"),
                FlowSelection.ofCode(row.getString("flow")),
                Currency.valueOf(row.getString("currency")),
                row.getBigDecimal("amount"),
                row.getBoolean("whole_year"),
                row.getString("flag"),
                new SourceReference(row.getString("source_id"), seen));
    }
}
