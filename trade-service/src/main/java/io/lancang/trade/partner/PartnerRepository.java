package io.lancang.trade.partner;

import io.lancang.kit.error.Suggestions.Candidate;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads partners. Every method is one statement. */
@Singleton
public class PartnerRepository {
    private static final String COLUMNS =
            "select p.code, p.iso2, p.iso_numeric, p.kind, p.region, p.name_en, p.name_zh, p.succeeded_by from partner p ";
    private static final String BY_CODES = COLUMNS + "where p.code = any($1)";
    private static final String COUNTRIES = COLUMNS + "where p.kind <> 'AGGREGATE' and p.code <> 'CHN' order by p.code";
    private static final String FILTERED = """
            where ($1::text is null or p.kind = $1)
              and ($2::text is null or p.region = $2)
              and ($3::text is null or exists (
                    select from membership m
                    where m.bloc_code = $3 and m.partner_code = p.code and m.superseded_by is null
                      and m.starts <= current_date and (m.ends is null or m.ends >= current_date)))
              and ($4::text is null
                   or position(lower($4) in lower(p.code || ' ' || p.name_en || ' ' || coalesce(p.name_zh, ''))) > 0)
            """;
    private static final String COUNT = "select count(*) from partner p " + FILTERED;
    private static final String PAGE_BY_CODE =
            COLUMNS + FILTERED + " and ($6::text is null or p.code > $6) order by p.code limit $5";
    private static final String PAGE_BY_NAME = COLUMNS + FILTERED
            + " and ($6::text is null or (p.name_en, p.code) > ($6, $7)) order by p.name_en, p.code limit $5";
    private static final String CANDIDATES = "select code, name_en, iso2 from partner";
    private static final String BLOC_CANDIDATES = "select code, name_en from bloc";
    private static final String REGIONS = """
            select region, count(*)::int as countries from partner where region is not null group by 1 order by 1
            """;

    private final Pool pool;

    PartnerRepository(Pool pool) {
        this.pool = pool;
    }

    /** The partners with these codes, by code; a code that does not exist is left out. */
    public Uni<Map<String, Partner>> byCodes(Collection<String> codes) {
        String[] distinct = codes.stream().distinct().toArray(String[]::new);
        return pool.preparedQuery(BY_CODES).execute(Tuple.of(distinct)).map(PartnerRepository::byCode);
    }

    /** Every country and former state, by code, but China itself. */
    public Uni<Map<String, Partner>> countriesButChina() {
        return pool.query(COUNTRIES).execute().map(PartnerRepository::byCode);
    }

    /** At most {@code limit} partners after the keyset, if there is one. */
    Uni<List<Partner>> page(PartnerFilter filter, PartnerOrder order, int limit, @Nullable List<String> after) {
        Tuple parameters = parametersOf(filter).addInteger(limit);
        return switch (order) {
            case CODE ->
                list(
                        PAGE_BY_CODE,
                        parameters.addString(after == null ? null : after.getFirst()),
                        PartnerRepository::partnerOf);
            case NAME ->
                list(
                        PAGE_BY_NAME,
                        parameters
                                .addString(after == null ? null : after.getFirst())
                                .addString(after == null ? null : after.getLast()),
                        PartnerRepository::partnerOf);
        };
    }

    Uni<Integer> count(PartnerFilter filter) {
        return pool.preparedQuery(COUNT)
                .execute(parametersOf(filter))
                .map(rows -> rows.iterator().next().getInteger(0));
    }

    /** Every code with its name, to suggest from. */
    public Uni<List<Candidate>> candidates() {
        return list(
                CANDIDATES,
                Tuple.tuple(),
                row -> new Candidate(row.getString("code"), row.getString("name_en"), row.getString("iso2")));
    }

    Uni<List<Candidate>> blocCandidates() {
        return list(
                BLOC_CANDIDATES, Tuple.tuple(), row -> new Candidate(row.getString("code"), row.getString("name_en")));
    }

    /** Every region, by name. */
    Uni<List<Region>> regions() {
        return list(REGIONS, Tuple.tuple(), row -> new Region(row.getString("region"), row.getInteger("countries")));
    }

    private <T> Uni<List<T>> list(String sql, Tuple parameters, Function<Row, T> mapping) {
        return pool.preparedQuery(sql).execute(parameters).map(rows -> mapped(rows, mapping));
    }

    private static <T> List<T> mapped(RowSet<Row> rows, Function<Row, T> mapping) {
        return StreamSupport.stream(rows.spliterator(), false).map(mapping).toList();
    }

    private static Map<String, Partner> byCode(RowSet<Row> rows) {
        Map<String, Partner> partners = new LinkedHashMap<>();
        rows.forEach(row -> partners.put(row.getString("code"), partnerOf(row)));
        return partners;
    }

    private static Tuple parametersOf(PartnerFilter filter) {
        return Tuple.tuple()
                .addString(filter.kind() == null ? null : filter.kind().name())
                .addString(filter.region())
                .addString(filter.bloc())
                .addString(filter.text());
    }

    private static Partner partnerOf(Row row) {
        return new Partner(
                row.getString("code"),
                row.getString("iso2"),
                row.getString("iso_numeric"),
                PartnerKind.valueOf(row.getString("kind")),
                row.getString("region"),
                row.getString("name_en"),
                row.getString("name_zh"),
                List.of(row.getArrayOfStrings("succeeded_by")));
    }
}
