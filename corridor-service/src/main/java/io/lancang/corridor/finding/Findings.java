package io.lancang.corridor.finding;

import io.lancang.corridor.citation.Cited;
import io.lancang.corridor.history.Past;
import io.lancang.kit.batch.Batches;
import io.lancang.kit.history.Vantage;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Looks for doubts. Reads the whole network in two statements: a question for those who keep it, not for every page. */
@Singleton
class Findings {
    private static final String ROWS = FindingSql.OF_CORRIDORS + " union all " + FindingSql.OF_SEGMENTS + " union all "
            + FindingSql.OF_LOCATIONS + " union all " + FindingSql.OF_THROUGHPUT + " union all " + FindingSql.OF_ZONES
            + " union all " + FindingSql.OF_TRANSFERS + " order by kind, id";
    private static final String OF_SUBJECTS = "select * from (%s) f where f.id = any($1) order by f.kind";
    private static final Map<Cited, String> BY_SUBJECTS = Map.of(
            Cited.CORRIDOR, OF_SUBJECTS.formatted(FindingSql.OF_CORRIDORS),
            Cited.SEGMENT, OF_SUBJECTS.formatted(FindingSql.OF_SEGMENTS),
            Cited.LOCATION, OF_SUBJECTS.formatted(FindingSql.OF_LOCATIONS),
            Cited.THROUGHPUT, OF_SUBJECTS.formatted(FindingSql.OF_THROUGHPUT),
            Cited.ZONE, OF_SUBJECTS.formatted(FindingSql.OF_ZONES),
            Cited.INDUSTRIAL_TRANSFER, OF_SUBJECTS.formatted(FindingSql.OF_TRANSFERS));
    private static final String JOINS = "select corridor, from_location, to_location from current_segment"
            + " where $1::text[] is null or corridor = any($1) order by corridor, position";

    private final Pool pool;

    Findings(Pool pool) {
        this.pool = pool;
    }

    /** Every doubt, by kind and subject; those about corridors first. */
    Uni<List<Finding>> all(Vantage seen) {
        return pieces(null, seen)
                .chain(pieces -> pool.query(Past.seen(ROWS, seen)).execute().map(rows -> {
                    List<Finding> findings = new ArrayList<>(pieces);
                    rows.forEach(row -> findings.add(finding(row)));
                    return findings;
                }));
    }

    private record Facts(Cited kind, Vantage seen) {}

    private record Subject(Facts facts, String id) {}

    /** The doubts about one fact, by kind; to be called from a resolver. */
    Uni<List<Finding>> about(Cited kind, String id, Vantage seen) {
        return Batches.load(
                "findings",
                new Subject(new Facts(kind, seen), id),
                subjects -> Batches.byArguments(subjects, Subject::facts, this::about));
    }

    private Uni<Map<Subject, List<Finding>>> about(Facts facts, List<Subject> subjects) {
        String[] ids = subjects.stream().map(Subject::id).toArray(String[]::new);
        Vantage seen = facts.seen();
        Uni<List<Finding>> pieces = facts.kind() == Cited.CORRIDOR
                ? pieces(ids, seen)
                : Uni.createFrom().item(List.of());
        return pieces.chain(broken -> pool.preparedQuery(
                        Past.seen(Objects.requireNonNull(BY_SUBJECTS.get(facts.kind())), seen))
                .execute(Tuple.of(ids))
                .map(rows -> {
                    Map<Subject, List<Finding>> found = new HashMap<>();
                    subjects.forEach(subject -> found.put(subject, new ArrayList<>()));
                    Stream.concat(
                                    broken.stream(),
                                    StreamSupport.stream(rows.spliterator(), false)
                                            .map(Findings::finding))
                            .forEach(finding -> found.computeIfAbsent(
                                            new Subject(facts, finding.subject()), unasked -> new ArrayList<>())
                                    .add(finding));
                    return found;
                }));
    }

    private static Finding finding(Row row) {
        return new Finding(FindingKind.valueOf(row.getString("kind")), row.getString("id"), row.getString("detail"));
    }

    /** @param corridors ids; null for all */
    private Uni<List<Finding>> pieces(String @Nullable [] corridors, Vantage seen) {
        return pool.preparedQuery(Past.seen(JOINS, seen))
                .execute(Tuple.of(corridors))
                .map(rows -> {
                    Map<String, Pieces> byCorridor = new TreeMap<>();
                    rows.forEach(row -> byCorridor
                            .computeIfAbsent(row.getString("corridor"), first -> new Pieces())
                            .join(row.getString("from_location"), row.getString("to_location")));
                    List<Finding> findings = new ArrayList<>();
                    byCorridor.forEach((corridor, pieces) -> {
                        List<String> beginnings = pieces.beginnings();
                        if (beginnings.size() > 1) {
                            findings.add(new Finding(
                                    FindingKind.CORRIDOR_IN_PIECES,
                                    corridor,
                                    beginnings.size() + " pieces, with " + String.join(", ", beginnings)));
                        }
                    });
                    return findings;
                });
    }
}
