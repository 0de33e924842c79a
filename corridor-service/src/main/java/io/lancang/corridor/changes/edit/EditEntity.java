package io.lancang.corridor.changes.edit;

import io.vertx.core.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A single fact as the audit keeps it. What reads the audit is {@link Audit}. */
@Entity
@SuppressWarnings("UnusedVariable") // What is written here is read by statements.
@Table(name = "edit")
class EditEntity {
    @Id
    @Column(name = "release_id")
    private long release;

    private String editor = "";
    private String action = "";
    private String subject = "";
    private JsonObject content = new JsonObject();
    private String source = "";

    /** For the entity manager, which fills it. */
    protected EditEntity() {}

    EditEntity(long release, String editor, EntityEdits.Change change) {
        this.release = release;
        this.editor = editor;
        this.action = change.action();
        this.subject = change.subject();
        this.content = change.content();
        this.source = change.source();
    }
}
