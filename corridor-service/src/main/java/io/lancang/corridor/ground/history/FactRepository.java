package io.lancang.corridor.ground.history;

import io.lancang.kit.history.Vantage;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/** Reads facts as they are seen from a vantage, by statements of the present: one a call, whatever the number of ids. */
@Singleton
public class FactRepository {
    private final Pool pool;

    FactRepository(Pool pool) {
        this.pool = pool;
    }

    /** The rows of a statement. */
    public Uni<RowSet<Row>> rows(String sql, Tuple parameters, Vantage seen) {
        return SeenStatement.rows(pool, sql, parameters, seen);
    }

    /**
     * The facts with these ids, by id; one that does not exist is left out.
     *
     * @param sql has an array of ids for a parameter, and a column {@code id}
     * @param fact makes one of a row, as it is seen from the vantage
     */
    public <T> Uni<Map<String, T>> byId(
            String sql, Collection<String> ids, Vantage seen, BiFunction<Row, Vantage, T> fact) {
        Set<String> asked = Set.copyOf(ids);
        return rows(sql, parameters(asked), seen).map(rows -> {
            Map<String, T> facts = new HashMap<>();
            rows.forEach(row -> facts.put(id(row, "id", asked), fact.apply(row, seen)));
            return facts;
        });
    }

    /**
     * The facts that belong to these ids, by id, each list in the order of the statement; an id without any is left out.
     *
     * @param sql has an array of ids for a parameter
     * @param column says which of them a row belongs to
     * @param fact makes a fact of a row, as it is seen from the vantage
     */
    public <T> Uni<Map<String, List<T>>> lists(
            String sql, Collection<String> ids, String column, Vantage seen, BiFunction<Row, Vantage, T> fact) {
        Set<String> asked = Set.copyOf(ids);
        return rows(sql, parameters(asked), seen).map(rows -> {
            Map<String, List<T>> facts = new HashMap<>();
            for (Row row : rows) {
                facts.computeIfAbsent(id(row, column, asked), first -> new ArrayList<>())
                        .add(fact.apply(row, seen));
            }
            return facts;
        });
    }

    /** A statement that reads more than was asked for would answer rightly, and more and more slowly. */
    private static String id(Row row, String column, Set<String> asked) {
        String id = row.getString(column);
        if (!asked.contains(id)) {
            throw new IllegalStateException("A statement reads " + column + " " + id + ", which it was not asked for");
        }
        return id;
    }

    private static Tuple parameters(Set<String> ids) {
        return Tuple.of(ids.toArray(String[]::new));
    }
}
