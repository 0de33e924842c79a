package io.lancang.corridor.changes.correction;

import io.lancang.kit.entity.Historical;
import io.vertx.core.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** A name as a release gave it. */
@Entity
@SuppressWarnings("UnusedVariable") // What is written here is read by statements.
@Table(name = "name")
@IdClass(NameEntity.Key.class)
class NameEntity extends Historical {
    @Id
    @Enumerated(EnumType.STRING)
    @Column(name = "subject_kind")
    private NamedKind kind = NamedKind.LOCATION;

    @Id
    private String subject = "";

    @Id
    private String language = "";

    @Id
    private String name = "";

    private String script = "";
    private @Nullable String note;
    private String source = "";

    /** For the entity manager, which fills it. */
    protected NameEntity() {}

    NameEntity(NewName given, long release) {
        super(release);
        this.kind = given.kind();
        this.subject = given.subject();
        this.language = given.language();
        this.name = given.name();
        this.script = given.script();
        this.note = given.note();
        this.source = given.source();
    }

    /** The key of the table. */
    record Key(NamedKind kind, String subject, String language, String name, long release) implements Serializable {}

    /** What it says, as the audit keeps what was before. */
    JsonObject stated() {
        return new JsonObject()
                .put("kind", kind.name())
                .put("language", language)
                .put("name", name)
                .put("script", script)
                .put("note", note);
    }
}
