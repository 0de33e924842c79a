package io.lancang.trade.edit;

import io.vertx.core.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A single change as it is kept. */
@Entity
@Table(name = "edit")
class EditEntity {
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

    long release() {
        return release;
    }

    String action() {
        return action;
    }

    String subject() {
        return subject;
    }

    JsonObject content() {
        return content;
    }

    JsonObject before() {
        return before;
    }

    @Nullable
    String source() {
        return source;
    }

    @Nullable
    Long undoes() {
        return undoes;
    }

    TradeEdit told() {
        return new TradeEdit(
                String.valueOf(release),
                Objects.requireNonNull(at),
                editor,
                action,
                subject,
                content.encode(),
                before.encode(),
                undoes == null ? null : String.valueOf(undoes),
                source);
    }
}
