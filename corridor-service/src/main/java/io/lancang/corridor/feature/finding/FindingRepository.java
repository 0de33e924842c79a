package io.lancang.corridor.feature.finding;

import io.lancang.corridor.ground.citation.Cited;
import io.lancang.corridor.ground.history.SeenStatement;
import io.lancang.kit.argument.Choice;
import io.lancang.kit.batch.Batches;
import io.lancang.kit.database.ClientReads;
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
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Looks for doubts. Those about the whole network are a question for those who keep it, not for every page: each segment is looked at.
 */
@Singleton
class FindingRepository {
    /** Few enough to be taken in without keeping others of the same event loop waiting. */
    private static final int PIECE = 500;

    private static final String ROWS = "select * from (" + FindingSql.OF_CORRIDORS + " union all "
            + FindingSql.OF_SEGMENTS + " union all "
            + FindingSql.OF_LOCATIONS + " union all " + FindingSql.OF_THROUGHPUT + " union all " + FindingSql.OF_ZONES
            + " union all " + FindingSql.OF_TRANSFERS + " union all " + FindingSql.OF_MILESTONES
            + ") f where $1::text[] is null or f.kind = any($1) order by f.kind, f.id";
    private static final String OF_SUBJECTS = "select * from (%s) f where f.id = any($1) order by f.kind";
    private static final Map<Cited, String> BY_SUBJECTS = Map.of(
            Cited.CORRIDOR, OF_SUBJECTS.formatted(FindingSql.OF_CORRIDORS),
            Cited.SEGMENT, OF_SUBJECTS.formatted(FindingSql.OF_SEGMENTS),
            Cited.LOCATION, OF_SUBJECTS.formatted(FindingSql.OF_LOCATIONS),
            Cited.THROUGHPUT, OF_SUBJECTS.formatted(FindingSql.OF_THROUGHPUT),
            Cited.ZONE, OF_SUBJECTS.formatted(FindingSql.OF_ZONES),
            Cited.INDUSTRIAL_TRANSFER, OF_SUBJECTS.formatted(FindingSql.OF_TRANSFERS),
            Cited.MILESTONE, OF_SUBJECTS.formatted(FindingSql.OF_MILESTONES));
    private static final String JOINS = "select corridor, from_location, to_location from current_segment"
            + " where corridor = any($1) order by corridor, position";
    private static final String JOINS_OF_ALL =
            "select corridor, from_location, to_location from current_segment order by corridor, position";

    private final Pool pool;

    FindingRepository(Pool pool) {
        this.pool = pool;
    }

    /**
     * Every doubt, by kind and subject; those about corridors first.
     *
     * @param kinds null for all
     */
    Uni<List<Finding>> all(@Nullable Set<FindingKind> kinds, Vantage seen) {
        Uni<List<Finding>> pieces = kinds == null || kinds.contains(FindingKind.CORRIDOR_IN_PIECES)
                ? piecesOfAll(seen)
                : Uni.createFrom().item(List.of());
        return pieces.chain(broken -> SeenStatement.rows(pool, ROWS, Tuple.of(Choice.names(kinds)), seen)
                .map(rows -> {
                    List<Finding> findings = new ArrayList<>(broken);
                    rows.forEach(row -> findings.add(finding(row)));
                    return findings;
                }));
    }

    /** Corridor by corridor, so that neither the rows of all segments nor their places are in memory at a time. */
    private Uni<List<Finding>> piecesOfAll(Vantage seen) {
        SeenStatement joins = SeenStatement.of(JOINS_OF_ALL, Tuple.tuple(), seen);
        return ClientReads.transaction(pool, connection -> {
            CorridorPieces pieces = new CorridorPieces();
            return connection
                    .prepare(joins.sql())
                    .chain(statement -> statement
                            .createStream(PIECE, joins.parameters())
                            .toMulti()
                            .invoke(pieces::join)
                            .onItem()
                            .ignoreAsUni())
                    .map(read -> pieces.found());
        });
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
        return pieces.chain(broken -> SeenStatement.rows(
                        pool, Objects.requireNonNull(BY_SUBJECTS.get(facts.kind())), Tuple.of(ids), seen)
                .map(rows -> {
                    Map<Subject, List<Finding>> found = new HashMap<>();
                    subjects.forEach(subject -> found.put(subject, new ArrayList<>()));
                    Stream.concat(
                                    broken.stream(),
                                    StreamSupport.stream(rows.spliterator(), false)
                                            .map(FindingRepository::finding))
                            .forEach(finding -> Objects.requireNonNull(
                                            found.get(new Subject(facts, finding.subject())),
                                            "a finding is about a fact that was asked about")
                                    .add(finding));
                    return found;
                }));
    }

    private static Finding finding(Row row) {
        return new Finding(FindingKind.valueOf(row.getString("kind")), row.getString("id"), row.getString("detail"));
    }

    private Uni<List<Finding>> pieces(String[] corridors, Vantage seen) {
        return SeenStatement.rows(pool, JOINS, Tuple.of(corridors), seen).map(rows -> {
            CorridorPieces pieces = new CorridorPieces();
            rows.forEach(pieces::join);
            return pieces.found();
        });
    }
}
