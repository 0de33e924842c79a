package io.lancang.kit.edit;

import io.vertx.core.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A single change as the audit keeps it. */
@Entity
@Table(name = "edit")
public class EditEntity {
    @Id
    @Column(name = "release_id")
    private long release;

    @Column(insertable = false, updatable = false)
    private @Nullable OffsetDateTime at;

    private String editor = "";
    private String action = "";
    private String subject = "";
    private JsonObject content = new JsonObject();
    private JsonObject before = new JsonObject();

    @Column(name = "source")
    private @Nullable String source;

    private @Nullable Long undoes;

    /** For the entity manager, which fills it. */
    protected EditEntity() {}

    EditEntity(long release, String editor, Change change, JsonObject before) {
        this.release = release;
        this.editor = editor;
        this.action = change.action();
        this.subject = change.subject();
        this.content = change.content();
        this.before = before;
        this.source = change.source();
        this.undoes = change.undoes();
    }

    /** Number of the release that it is. */
    public long release() {
        return release;
    }

    /** When it was made; not before it was read from the database. */
    public OffsetDateTime at() {
        return Objects.requireNonNull(at);
    }

    /** Who made it, by the name in the token. */
    public String editor() {
        return editor;
    }

    /** Name of the mutation. */
    public String action() {
        return action;
    }

    /** What it is about. */
    public String subject() {
        return subject;
    }

    /** What was given. */
    public JsonObject content() {
        return content;
    }

    /** What it was before; empty if there was nothing. */
    public JsonObject before() {
        return before;
    }

    /** Id of the source that says so; null for what was no source's word. */
    public @Nullable String source() {
        return source;
    }

    /** Number of the release that it undoes; null if it undoes none. */
    public @Nullable Long undoes() {
        return undoes;
    }
}
