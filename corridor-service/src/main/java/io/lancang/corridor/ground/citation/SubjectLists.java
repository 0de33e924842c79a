package io.lancang.corridor.ground.citation;

import io.lancang.corridor.ground.history.FactRepository;
import io.lancang.kit.batch.Batches;
import io.lancang.kit.history.Vantage;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;

/**
 * Reads what belongs to facts of any kind, such as the sources that they cite: one statement for all facts of a level of the request that
 * are seen from the same vantage.
 */
@Singleton
public class SubjectLists {
    private final FactRepository facts;

    SubjectLists(FactRepository facts) {
        this.facts = facts;
    }

    private record Subject(Cited kind, String id, Vantage seen) {}

    /**
     * What belongs to one fact, in the order of the statement; to be called from a resolver.
     *
     * @param batch the name of the batch, unique in the service
     * @param sql has an array of kinds and one of ids for parameters, which belong together, and columns {@code subject_kind} and
     *     {@code subject} that say which of them a row belongs to
     * @param item makes one of a row, as it is seen from the vantage
     */
    public <T> Uni<List<T>> of(
            String batch, String sql, Cited kind, String id, Vantage seen, BiFunction<Row, Vantage, T> item) {
        return Batches.load(
                batch,
                new Subject(kind, id, seen),
                subjects -> Batches.byArguments(subjects, Subject::seen, (from, some) -> read(sql, from, some, item)));
    }

    private <T> Uni<Map<Subject, List<T>>> read(
            String sql, Vantage seen, List<Subject> subjects, BiFunction<Row, Vantage, T> item) {
        String[] kinds = subjects.stream().map(subject -> subject.kind().name()).toArray(String[]::new);
        String[] ids = subjects.stream().map(Subject::id).toArray(String[]::new);
        return facts.rows(sql, Tuple.of(kinds, ids), seen).map(rows -> {
            Map<Subject, List<T>> lists = new HashMap<>();
            subjects.forEach(subject -> lists.put(subject, new ArrayList<>()));
            for (Row row : rows) {
                Subject subject =
                        new Subject(Cited.valueOf(row.getString("subject_kind")), row.getString("subject"), seen);
                Objects.requireNonNull(lists.get(subject), "a row belongs to a fact that was asked about")
                        .add(item.apply(row, seen));
            }
            return lists;
        });
    }
}
