package io.lancang.kit.export;

import io.lancang.kit.representation.Validator;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells which version a file is, by the releases that it is made of and by the question, without reading what is in it. */
@Singleton
class QuestionStates {
    /** Letters of a checksum that no two versions share. */
    private static final int LETTERS = 32;

    private final String version;

    QuestionStates(@ConfigProperty(name = "quarkus.application.version") String version) {
        this.version = version;
    }

    /** The version of a file in the data as a client of the database sees them: one statement. */
    Uni<Validator> of(Question question, SqlClient client) {
        Long release = question.vantage().release();
        // A withdrawal is a release of its own, so that nothing before it is ever seen differently.
        return client.query("""
                        select r.last, r.published, %s as beside
                        from (select max(id) as last, max(loaded_at) as published from release where id <= %d) r
                        """.formatted(question.beside(), release == null ? Long.MAX_VALUE : release))
                .execute()
                .map(rows -> validator(question, rows.iterator().next()));
    }

    private Validator validator(Question question, Row row) {
        OffsetDateTime published = row.getOffsetDateTime("published");
        String all = String.join(
                "\n",
                version,
                String.valueOf(row.getLong("last")),
                String.valueOf(row.getString("beside")),
                question.name(),
                question.text());
        return new Validator(checksum(all), published == null ? Instant.EPOCH : published.toInstant());
    }

    private static String checksum(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, LETTERS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
