package io.lancang.trade.export;

import io.lancang.kit.catalog.Catalog;
import io.lancang.kit.catalog.CatalogDataset;
import io.lancang.kit.catalog.CatalogSource;
import io.lancang.kit.history.DataStates;
import io.lancang.kit.history.KeptForState;
import io.lancang.trade.period.Frequency;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Finds every dataset, what it cites, and which files of its figures there are. */
@Singleton
class FlowCatalogRepository {
    private final Pool pool;
    /** Sums of the tally, which may be large. */
    private final KeptForState<List<Coverage>> coverage;

    FlowCatalogRepository(Pool pool, DataStates states) {
        this.pool = pool;
        this.coverage = new KeptForState<>(states::current, this::readCoverage);
    }

    Uni<Catalog> read() {
        return coverage.get()
                .chain(covered -> pool.query("""
                        select d.code, d.title, d.definition, d.missing,
                               (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'title', s.title, 'locator', s.locator,
                                                                             'licence', s.licence, 'date', s.date) order by s.id), '[]')
                                from source s where s.id = any(d.source_ids)) as sources,
                               (select max(r.loaded_at) from release r where r.dataset = d.code) as modified
                        from dataset d order by d.id
                        """)
                        .execute()
                        .map(rows -> new Catalog(
                                "lancang-trade",
                                "Lancang: trade statistics",
                                Stream.concat(
                                                StreamSupport.stream(rows.spliterator(), false)
                                                        .map(row -> dataset(row, covered)),
                                                SeriesExports.catalogued().stream())
                                        .toList())));
    }

    private static CatalogDataset dataset(Row row, List<Coverage> covered) {
        String code = row.getString("code");
        String missing = row.getString("missing");
        List<Coverage> own =
                covered.stream().filter(each -> each.dataset().equals(code)).toList();
        return new CatalogDataset(
                code,
                row.getString("title"),
                row.getString("definition") + (missing == null ? "" : " Missing: " + missing),
                row.getJsonArray("sources").stream()
                        .map(source -> CatalogSource.of((JsonObject) source))
                        .toList(),
                least(own),
                greatest(own),
                own.stream()
                        .flatMap(each -> each.places().stream())
                        .distinct()
                        .sorted()
                        .toList(),
                row.getOffsetDateTime("modified"),
                own.stream().flatMap(each -> each.files().stream()).toList());
    }

    private static @Nullable LocalDate least(List<Coverage> covered) {
        return covered.stream()
                .map(Coverage::first)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static @Nullable LocalDate greatest(List<Coverage> covered) {
        return covered.stream()
                .map(Coverage::end)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private Uni<List<Coverage>> readCoverage() {
        return pool.query("""
                        select d.code, f.*,
                               (select array_agg(p.name_en order by p.code) from partner p where p.code = any(f.reporters)) as places
                        from (select dataset_id, frequency::text, classification, level, min(period) as first, max(period) as last,
                                     array_agg(distinct reporter_code::text) as reporters
                              from trade_flow_tally where superseded_by is null group by 1, 2, 3, 4) f
                        join dataset d on d.id = f.dataset_id
                        order by d.id, f.frequency, f.classification, f.level
                        """)
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(FlowCatalogRepository::coverageOf)
                        .toList());
    }

    private static Coverage coverageOf(Row row) {
        return new Coverage(
                row.getString("code"),
                Arrays.stream(Frequency.values())
                        .filter(frequency -> frequency.code().equals(row.getString("frequency")))
                        .findFirst()
                        .orElseThrow(),
                row.getString("classification"),
                row.getInteger("level"),
                row.getLocalDate("first"),
                row.getLocalDate("last"),
                List.of(row.getArrayOfStrings("reporters")),
                List.of(row.getArrayOfStrings("places")));
    }
}
