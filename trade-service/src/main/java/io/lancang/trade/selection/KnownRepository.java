package io.lancang.trade.selection;

import io.lancang.kit.error.Suggestions.Candidate;
import io.lancang.kit.history.Vantage;
import io.lancang.trade.period.Frequency;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Asks, in one statement, which of the codes of a filter exist and how far the figures reach. */
@Singleton
class KnownRepository {
    private static final String PARTNER = "partner";
    private static final String BLOC = "bloc";
    private static final String REGION = "region";
    private static final String DATASET = "dataset";
    private static final String PRODUCT = "product";
    private static final String PERIOD = "period";

    private static final Map<String, String> CANDIDATES = Map.of(
            PARTNER, "select code, name_en as name from partner",
            BLOC, "select code, name_en as name from bloc",
            REGION, "select distinct region as code, region as name from partner where region is not null",
            DATASET, "select code, title as name from dataset");

    private final Pool pool;

    KnownRepository(Pool pool) {
        this.pool = pool;
    }

    /** The codes to look for; product keys, not codes. */
    record Codes(
            Set<String> partners,
            Set<String> blocs,
            Set<String> regions,
            Set<String> datasets,
            Set<String> products,
            String frequency) {}

    Uni<Known> known(Codes codes, Vantage vantage) {
        Tuple parameters = Tuple.tuple()
                .addArrayOfString(codes.partners().toArray(String[]::new))
                .addArrayOfString(codes.blocs().toArray(String[]::new))
                .addArrayOfString(codes.regions().toArray(String[]::new))
                .addArrayOfString(codes.datasets().toArray(String[]::new))
                .addArrayOfString(codes.products().toArray(String[]::new))
                .addString(codes.frequency());
        return pool.preparedQuery(sql(vantage)).execute(parameters).map(KnownRepository::knownOf);
    }

    private static String sql(Vantage vantage) {
        return """
                select 'partner' as what, code, (kind = 'AGGREGATE')::int as number, null::date as first, null::date as last
                from partner where code = any($1::text[])
                union all select 'bloc', code, 0, null, null from bloc where code = any($2::text[])
                union all select distinct 'region', region, 0, null::date, null::date
                          from (select region from partner union select region from partner_past) r
                          where region = any($3::text[])
                union all select 'dataset', code, id, null, null from dataset where code = any($4::text[])
                union all select 'product', key, level, null, null from product where key = any($5::text[])
                union all select 'period', '', 0, min(f.period), max(f.period)
                          from trade_flow_tally f where f.frequency = $6::text::"char" and %s
                """.formatted(vantage.sees("f"));
    }

    /** The lengths of the periods that these datasets have figures of, years first; none of a code that no dataset has. */
    Uni<SortedSet<Frequency>> frequencies(Set<String> datasets, Vantage vantage) {
        String sql = """
                select each.code from unnest($2::text[]) as each (code)
                where exists (select from dataset d join trade_flow_tally f on f.dataset_id = d.id
                              where d.code = any($1::text[]) and f.frequency = each.code::"char" and %s)
                """.formatted(vantage.sees("f"));
        Tuple parameters = Tuple.tuple()
                .addArrayOfString(datasets.toArray(String[]::new))
                .addArrayOfString(
                        Arrays.stream(Frequency.values()).map(Frequency::code).toArray(String[]::new));
        return pool.preparedQuery(sql).execute(parameters).map(rows -> {
            SortedSet<Frequency> found = new TreeSet<>();
            rows.forEach(row -> found.add(Frequency.ofCode(row.getString("code"))));
            return found;
        });
    }

    private static Known knownOf(RowSet<Row> rows) {
        Map<String, Boolean> partners = new HashMap<>();
        Set<String> blocs = new HashSet<>();
        Set<String> regions = new HashSet<>();
        Map<String, Integer> datasets = new HashMap<>();
        Map<String, Integer> products = new HashMap<>();
        @Nullable LocalDate first = null;
        @Nullable LocalDate last = null;
        for (Row row : rows) {
            String code = row.getString("code");
            int number = row.getInteger("number");
            switch (row.getString("what")) {
                case PARTNER -> partners.put(code, number == 1);
                case BLOC -> blocs.add(code);
                case REGION -> regions.add(code);
                case DATASET -> datasets.put(code, number);
                case PRODUCT -> products.put(code, number);
                case PERIOD -> {
                    first = row.getLocalDate("first");
                    last = row.getLocalDate("last");
                }
                default -> throw new IllegalStateException("The statement knows no '" + row.getString("what") + "'.");
            }
        }
        return new Known(partners, blocs, regions, datasets, products, first, last);
    }

    /** Everything of a kind (partner, bloc, region, dataset) that could have been meant. */
    Uni<List<Candidate>> candidates(String kind) {
        return pool.query(Objects.requireNonNull(CANDIDATES.get(kind)))
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Candidate(row.getString("code"), row.getString("name")))
                        .toList());
    }
}
