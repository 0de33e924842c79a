package io.lancang.trade.release;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Reads what is told about datasets and releases. Every method is one statement. */
@Singleton
class DatasetRepository {
    private static final String DATASETS =
            "select code, title, definition, missing, source_ids from dataset order by id";
    private static final String RELEASES = """
            select dataset, id, file_name, sha256, row_count, loaded_at
            from release where dataset = any($1) and withdrawn_at is null and withdraws is null order by id desc
            """;

    private static final String BY_NUMBERS =
            "select id, code, title, definition, missing, source_ids from dataset where id = any($1::int[])";
    private static final String RELEASES_BY_NUMBERS = """
            select dataset, id, file_name, sha256, row_count, loaded_at from release where id = any($1::bigint[])
            """;

    private final Pool pool;

    DatasetRepository(Pool pool) {
        this.pool = pool;
    }

    Uni<List<TradeDataset>> all() {
        return pool.query(DATASETS)
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(DatasetRepository::datasetOf)
                        .toList());
    }

    /** Releases that were not withdrawn, latest first, by dataset. */
    Uni<Map<String, List<TradeRelease>>> releases(List<String> datasets) {
        Tuple parameters = Tuple.tuple().addArrayOfString(datasets.toArray(String[]::new));
        return pool.preparedQuery(RELEASES).execute(parameters).map(rows -> {
            Map<String, List<TradeRelease>> releases = new HashMap<>();
            for (Row row : rows) {
                releases.computeIfAbsent(row.getString("dataset"), dataset -> new ArrayList<>())
                        .add(releaseOf(row));
            }
            return releases;
        });
    }

    Uni<Map<Integer, TradeDataset>> byNumbers(Collection<Integer> numbers) {
        Tuple distinct =
                Tuple.tuple().addArrayOfInteger(numbers.stream().distinct().toArray(Integer[]::new));
        return pool.preparedQuery(BY_NUMBERS).execute(distinct).map(rows -> {
            Map<Integer, TradeDataset> datasets = new HashMap<>();
            rows.forEach(row -> datasets.put(row.getInteger("id"), datasetOf(row)));
            return datasets;
        });
    }

    Uni<Map<Long, TradeRelease>> releasesByNumbers(Collection<Long> numbers) {
        Tuple distinct =
                Tuple.tuple().addArrayOfLong(numbers.stream().distinct().toArray(Long[]::new));
        return pool.preparedQuery(RELEASES_BY_NUMBERS).execute(distinct).map(rows -> {
            Map<Long, TradeRelease> releases = new HashMap<>();
            rows.forEach(row -> releases.put(row.getLong("id"), releaseOf(row)));
            return releases;
        });
    }

    private static TradeDataset datasetOf(Row row) {
        return new TradeDataset(
                row.getString("code"),
                row.getString("title"),
                row.getString("definition"),
                row.getString("missing"),
                List.of(row.getArrayOfStrings("source_ids")));
    }

    private static TradeRelease releaseOf(Row row) {
        return new TradeRelease(
                row.getLong("id").toString(),
                row.getString("file_name"),
                row.getString("sha256"),
                row.getInteger("row_count"),
                row.getOffsetDateTime("loaded_at"));
    }
}
