package io.lancang.trade.totals;

import io.lancang.kit.database.Snapshot;
import io.lancang.trade.catalogue.DatasetsSeen;
import io.lancang.trade.figure.CodeSql;
import io.lancang.trade.figure.Currency;
import io.lancang.trade.figure.Flow;
import io.lancang.trade.figure.Quality;
import io.lancang.trade.period.Frequency;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads what releases have said about totals, in pieces, so that figures never wait in memory as rows. */
@Singleton
class TotalsRepository {
    private static final String ARE_TOTALS = CodeSql.in("""
            f.product_code = 'TOTAL' and f.reporter_code = any($1) and f.frequency in ('A', 'M')
            and f.flow in ({exports}, {imports})
            """);
    private static final String COUNTS_EVER = DatasetsSeen.countsEver("f.reporter_code");
    /** Where datasets stand and stood, each from a release on; from the first one on is 0. */
    private static final String PLACES = """
            select d.id::int as dataset, d.precedence::int as precedence, null::int as superseded_by,
                   coalesce((select max(p.superseded_by) from dataset_past p where p.id = d.id), 0)::int as release
            from dataset d
            union all
            select p.id, p.precedence, p.superseded_by,
                   coalesce(lag(p.superseded_by) over (partition by p.id order by p.superseded_by), 0)
            from dataset_past p
            """;

    private static final String FIGURES = """
            select f.reporter_code, f.frequency::text as frequency, f.partner_code, f.period, f.currency, f.flow::text as flow,
                   f.dataset_id::int as dataset, f.amount, f.quality::text as quality, f.source_id,
                   f.release_id::int as release, f.superseded_by::int as superseded_by
            from trade_flow f join dataset d on d.id = f.dataset_id and %s
            where %s
            order by f.frequency, f.partner_code, f.period, f.currency, f.flow, f.dataset_id, f.release_id
            """.formatted(COUNTS_EVER, ARE_TOTALS);
    private static final String UNCOUNTED = """
            select distinct f.reporter_code, f.frequency::text as frequency, f.period, f.currency, f.flow::text as flow,
                   f.partner_code = 'WORLD' as of_world, f.release_id::int as release,
                   f.superseded_by::int as superseded_by
            from trade_flow f join dataset d on d.id = f.dataset_id and not %s
            where %s
            """.formatted(COUNTS_EVER, ARE_TOTALS);
    private static final String MEMBERS = """
            select bloc_code, partner_code, starts, ends, release_id::int as release, superseded_by::int as superseded_by
            from membership order by bloc_code, partner_code, starts
            """;
    private static final String QUOTATIONS = """
            select partner_code, year::int as year, nullif(flow, 'T')::text as flow, currency, amount, source_id,
                   release_id::int as release, superseded_by::int as superseded_by
            from trade_headline where whole_year order by preference, source_id, release_id
            """;
    private static final String SUCCESSORS = "select code, succeeded_by from partner where succeeded_by <> '{}'";
    private static final String COUNTRIES = "select code from partner where kind <> 'AGGREGATE'";

    private final Pool pool;

    TotalsRepository(Pool pool) {
        this.pool = pool;
    }

    /**
     * All of it; fails with LIMIT_EXCEEDED as soon as there is more than there is room for.
     *
     * @param most bytes of memory that it may take
     */
    Uni<Totals> read(Reporter reporter, long most) {
        return read(List.of(reporter), most).map(List::getFirst);
    }

    /**
     * The same of several reporters, by as many statements as of one.
     *
     * @param most bytes of memory that each of them may take
     * @return in their order
     */
    Uni<List<Totals>> read(List<Reporter> reporters, long most) {
        Map<String, TotalsBuilder> builders = new LinkedHashMap<>();
        reporters.forEach(reporter -> builders.put(reporter.code(), new TotalsBuilder(reporter, most)));
        Tuple codes = Tuple.of(builders.keySet().toArray(String[]::new));
        return Snapshot.of(
                        pool,
                        snapshot -> snapshot.each(
                                        PLACES, row -> builders.values().forEach(each -> addPlace(each, row)))
                                .chain(() -> snapshot.each(FIGURES, codes, row -> addFigure(of(builders, row), row)))
                                .chain(() ->
                                        snapshot.each(UNCOUNTED, codes, row -> addUncounted(of(builders, row), row)))
                                .chain(() -> snapshot.each(
                                        MEMBERS, row -> builders.values().forEach(each -> addMember(each, row))))
                                .chain(() -> quotations(snapshot, builders.get(Reporter.CHINA.code())))
                                .chain(() -> snapshot.each(
                                        SUCCESSORS, row -> builders.values().forEach(each -> addSuccessors(each, row))))
                                .chain(() -> snapshot.each(
                                        COUNTRIES, row -> builders.values().forEach(each -> addCountry(each, row)))))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(read ->
                        builders.values().stream().map(TotalsBuilder::build).toList());
    }

    private static TotalsBuilder of(Map<String, TotalsBuilder> builders, Row row) {
        return Objects.requireNonNull(builders.get(row.getString("reporter_code")), "those asked for are read");
    }

    /** What is quoted is of China's trade. */
    private static Uni<Void> quotations(Snapshot snapshot, @Nullable TotalsBuilder ofChina) {
        return ofChina == null
                ? Uni.createFrom().voidItem()
                : snapshot.each(QUOTATIONS, row -> addQuotation(ofChina, row));
    }

    private static void addCountry(TotalsBuilder builder, Row row) {
        String code = row.getString("code");
        if (!builder.reporter().code().equals(code)) {
            builder.addCountry(code);
        }
    }

    private static void addPlace(TotalsBuilder builder, Row row) {
        @Nullable Integer precedence = row.getInteger("precedence");
        if (precedence != null) {
            builder.addPlace(
                    new Totals.Place(new DatasetOrder(row.getInteger("dataset"), precedence), lifetimeOf(row)));
        } else if (!builder.reporter().isChina()) {
            builder.addPlace(new Totals.Place(DatasetOrder.last(row.getInteger("dataset")), lifetimeOf(row)));
        }
    }

    private static void addFigure(TotalsBuilder builder, Row row) {
        int cell = Cell.of(row.getLocalDate("period"), currencyOf(row), Flow.ofCode(row.getString("flow")));
        builder.add(
                Frequency.ofCode(row.getString("frequency")),
                row.getString("partner_code"),
                new PartnerFigures.Figure(
                        cell,
                        row.getInteger("dataset"),
                        row.getBigDecimal("amount"),
                        Quality.ofCode(row.getString("quality")),
                        row.getString("source_id"),
                        lifetimeOf(row)));
    }

    private static void addUncounted(TotalsBuilder builder, Row row) {
        builder.add(new Totals.Uncounted(
                Frequency.ofCode(row.getString("frequency")),
                new Coverage.Reported(
                        Flow.ofCode(row.getString("flow")),
                        row.getLocalDate("period"),
                        currencyOf(row),
                        row.getBoolean("of_world")),
                lifetimeOf(row)));
    }

    private static void addMember(TotalsBuilder builder, Row row) {
        builder.addMember(
                row.getString("bloc_code"),
                new Totals.Member(
                        row.getString("partner_code"),
                        row.getLocalDate("starts"),
                        row.getLocalDate("ends"),
                        lifetimeOf(row)));
    }

    private static void addQuotation(TotalsBuilder builder, Row row) {
        String flow = row.getString("flow");
        builder.addQuotation(
                new Totals.Quoted(
                        row.getString("partner_code"),
                        row.getInteger("year"),
                        currencyOf(row),
                        flow == null ? null : Flow.ofCode(flow)),
                new Totals.QuotedFigure(row.getBigDecimal("amount"), row.getString("source_id"), lifetimeOf(row)));
    }

    private static void addSuccessors(TotalsBuilder builder, Row row) {
        builder.addSuccessors(row.getString("code"), List.of(row.getArrayOfStrings("succeeded_by")));
    }

    private static Currency currencyOf(Row row) {
        return Currency.valueOf(row.getString("currency"));
    }

    private static Lifetime lifetimeOf(Row row) {
        @Nullable Integer supersededBy = row.getInteger("superseded_by");
        return new Lifetime(row.getInteger("release"), supersededBy == null ? Lifetime.NEVER : supersededBy);
    }
}
