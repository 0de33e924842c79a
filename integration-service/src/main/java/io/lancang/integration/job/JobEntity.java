package io.lancang.integration.job;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A job on record. Who works on it changes other columns meanwhile, so that those alone are written that were changed here. */
@Entity
@DynamicUpdate
@Table(name = "job")
public class JobEntity {
    /** Where results are at the gateway, behind which the link stands. */
    public static final String RESULTS = "/jobs/results/";

    @Id
    private String id = "";

    private String client = "";
    private String scopes = "";
    private String export = "";
    private String link = "";

    @Enumerated(EnumType.STRING)
    private JobState state = JobState.QUEUED;

    private long bytes;
    private @Nullable Long total;
    private @Nullable String etag;

    @Column(name = "content_type")
    private @Nullable String contentType;

    private @Nullable String disposition;
    private @Nullable String code;
    private @Nullable String reason;
    private int failures;

    @Column(name = "created_at")
    private OffsetDateTime createdAt = OffsetDateTime.MIN;

    @Column(name = "begun_at")
    private @Nullable OffsetDateTime begunAt;

    @Column(name = "ended_at")
    private @Nullable OffsetDateTime endedAt;

    @Column(name = "expires_at")
    private @Nullable OffsetDateTime expiresAt;

    @Column(name = "next_attempt_at")
    private OffsetDateTime nextAttemptAt = OffsetDateTime.MIN;

    /** For the entity manager, which fills it. */
    protected JobEntity() {}

    /**
     * A new one, which waits for its turn.
     *
     * @param link opens the result
     * @param scopes what it may see, with single spaces
     */
    public JobEntity(String id, String link, String client, String scopes, String export, OffsetDateTime now) {
        this.id = id;
        this.link = link;
        this.client = client;
        this.scopes = scopes;
        this.export = export;
        this.createdAt = now;
        this.nextAttemptAt = now;
    }

    public String id() {
        return id;
    }

    public String client() {
        return client;
    }

    /** What its requests may see, with single spaces. */
    public String scopes() {
        return scopes;
    }

    /** Path and query at the gateway. */
    public String export() {
        return export;
    }

    /** How many bytes are kept. */
    public long bytes() {
        return bytes;
    }

    /** Of which version of the file they are; null if the gateway did not say. */
    public @Nullable String etag() {
        return etag;
    }

    /** Type of the result; null if the gateway did not say. */
    public @Nullable String contentType() {
        return contentType;
    }

    /** The header {@code Content-Disposition} of the result; null for none. */
    public @Nullable String disposition() {
        return disposition;
    }

    /** How many attempts in a row brought nothing, that which is under way included. */
    public int failures() {
        return failures;
    }

    /** Why the last attempt brought nothing; null if it did. */
    public @Nullable String reason() {
        return reason;
    }

    /** When it ended; null before. */
    public @Nullable OffsetDateTime endedAt() {
        return endedAt;
    }

    /** As the graph has it. */
    public Job asRecord() {
        return new Job(
                id,
                client,
                export,
                state,
                bytes,
                total,
                code,
                reason,
                createdAt,
                begunAt,
                endedAt,
                expiresAt,
                state == JobState.DONE ? RESULTS + link : null);
    }
}
