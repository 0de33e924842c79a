package io.lancang.corridor.changes.correction;

import io.lancang.corridor.feature.milestone.MilestoneEvent;
import io.lancang.corridor.feature.milestone.Statement;
import io.lancang.corridor.feature.milestone.WorkKind;
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
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A milestone as a release gave it. */
@Entity
@SuppressWarnings("UnusedVariable") // What is written here is read by statements.
@Table(name = "milestone")
@IdClass(MilestoneEntity.Key.class)
class MilestoneEntity extends Historical {
    @Id
    private String id = "";

    @Enumerated(EnumType.STRING)
    @Column(name = "subject_kind")
    private WorkKind kind = WorkKind.SEGMENT;

    private String subject = "";

    @Enumerated(EnumType.STRING)
    private MilestoneEvent event = MilestoneEvent.OPENING;

    private boolean planned;
    private @Nullable String earliest;
    private @Nullable String latest;

    @Column(name = "first_day")
    private @Nullable LocalDate firstDay;

    @Column(name = "last_day")
    private @Nullable LocalDate lastDay;

    @Column(name = "stated_on")
    private @Nullable String statedOn;

    private @Nullable String note;

    /** For the entity manager, which fills it. */
    protected MilestoneEntity() {}

    MilestoneEntity(Statement stated, @Nullable String note, long release) {
        super(release);
        this.id = stated.id();
        this.kind = stated.kind();
        this.subject = stated.subject();
        this.event = stated.event();
        this.planned = stated.planned();
        this.earliest = Statement.text(stated.earliest());
        this.latest = Statement.text(stated.latest());
        this.firstDay = stated.firstDay();
        this.lastDay = stated.lastDay();
        this.statedOn = Statement.text(stated.statedOn());
        this.note = note;
    }

    /** The key of the table. */
    record Key(String id, long release) implements Serializable {}

    WorkKind kind() {
        return kind;
    }

    String subject() {
        return subject;
    }

    /** What it states, as the audit keeps what was before. */
    JsonObject stated() {
        return new JsonObject()
                .put("kind", kind.name())
                .put("event", event.name())
                .put("planned", planned)
                .put("earliest", earliest)
                .put("latest", latest)
                .put("statedOn", statedOn)
                .put("note", note);
    }
}
