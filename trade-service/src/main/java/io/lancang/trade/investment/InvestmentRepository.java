package io.lancang.trade.investment;

import io.lancang.kit.error.Suggestions.Candidate;
import io.lancang.kit.history.Vantage;
import io.lancang.kit.provenance.SourceReference;
import io.lancang.trade.figure.Currency;
import io.lancang.trade.figure.FlowSelection;
import io.lancang.trade.figure.Money;
import io.lancang.trade.figure.Quality;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads figures of direct investment and quoted shares; each method is one statement. */
@Singleton
class InvestmentRepository {
    private final Pool pool;

    InvestmentRepository(Pool pool) {
        this.pool = pool;
    }

    /** Whom a figure is about, and in which years; null restricts nothing. */
    record Wanted(
            @Nullable String investor,
            @Nullable String destination,
            @Nullable Integer from,
            @Nullable Integer to) {}

    Uni<List<Investment>> investments(InvestmentConcept concept, Wanted wanted, Vantage vantage) {
        String sql = """
                select i.year::int as year, i.source_code, i.destination, i.amount_usd, i.note, i.source_id
                from investment i
                where i.concept = $1::text::"char" and ($2::text is null or i.source_code = $2)
                  and ($3::text is null or i.destination = $3)
                  and ($4::int is null or i.year >= $4) and ($5::int is null or i.year <= $5) and %s
                order by i.year, i.destination, i.source_code, i.note
                """.formatted(vantage.sees("i"));
        Tuple parameters = Tuple.tuple()
                .addString(concept.code())
                .addString(wanted.investor())
                .addString(wanted.destination())
                .addInteger(wanted.from())
                .addInteger(wanted.to());
        return pool.preparedQuery(sql)
                .execute(parameters)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> investmentOf(concept, row, vantage))
                        .toList());
    }

    /** Economies and regions that figures are about, under whatever code. */
    Uni<List<Candidate>> named() {
        return pool.query("select source_code as code from investment union select destination from investment")
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Candidate(row.getString("code"), row.getString("code")))
                        .toList());
    }

    Uni<List<MemberShare>> shares(@Nullable String bloc, Vantage vantage) {
        String sql = """
                select s.year::int as year, s.bloc_code, s.partner_code, s.flow::text as flow,
                       s.percent::float8 as percent, s.source_id
                from member_share s where ($1::text is null or s.bloc_code = $1) and %s
                order by s.bloc_code, s.year, s.flow, s.percent desc
                """.formatted(vantage.sees("s"));
        return pool.preparedQuery(sql)
                .execute(Tuple.tuple().addString(bloc))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> shareOf(row, vantage))
                        .toList());
    }

    private static Investment investmentOf(InvestmentConcept concept, Row row, Vantage seen) {
        return new Investment(
                row.getInteger("year"),
                concept,
                row.getString("source_code"),
                row.getString("destination"),
                Money.of(row.getBigDecimal("amount_usd"), Currency.USD, null, Quality.HEADLINE),
                row.getString("note"),
                new SourceReference(row.getString("source_id"), seen));
    }

    private static MemberShare shareOf(Row row, Vantage seen) {
        return new MemberShare(
                row.getInteger("year"),
                row.getString("bloc_code"),
                row.getString("partner_code"),
                FlowSelection.ofCode(row.getString("flow")),
                row.getDouble("percent"),
                new SourceReference(row.getString("source_id"), seen));
    }
}
