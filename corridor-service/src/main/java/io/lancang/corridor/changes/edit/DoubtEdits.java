package io.lancang.corridor.changes.edit;

import io.lancang.corridor.ground.citation.Cited;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes what is doubtful about something that is added. */
final class DoubtEdits {
    private static final String ADD = """
            insert into stated_doubt (subject_kind, subject, kind, detail, release_id)
            select $1, $2, given.kind, given.detail, $5 from unnest($3::text[], $4::text[]) given (kind, detail)
            """;

    private DoubtEdits() {}

    static Uni<?> add(
            SqlConnection connection, Cited kind, String subject, @Nullable List<NewDoubt> given, long release) {
        List<NewDoubt> doubts = NewDoubt.all(given);
        if (doubts.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return connection
                .preparedQuery(ADD)
                .execute(Tuple.of(
                        kind.name(),
                        subject,
                        doubts.stream().map(doubt -> doubt.kind().name()).toArray(String[]::new),
                        doubts.stream().map(NewDoubt::detail).toArray(String[]::new),
                        release));
    }
}
