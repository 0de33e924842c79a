package io.lancang.corridor.changes.network;

import io.lancang.corridor.ground.fact.KeyDateEvent;
import io.lancang.corridor.ground.fact.Status;
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
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a release gave of a corridor. Countries, programmes and sources have rows of their own. */
@Entity
@SuppressWarnings("UnusedVariable") // What is written here is read by statements.
@Table(name = "corridor_fact")
@IdClass(CorridorEntity.Key.class)
class CorridorEntity extends Historical implements HasStatus {
    @Id
    private String id = "";

    @Column(name = "name_en")
    private String name = "";

    @Column(name = "name_zh")
    private @Nullable String nameZh;

    private String kind = "";
    private @Nullable String mode;

    @Enumerated(EnumType.STRING)
    private Status status = Status.PLANNED;

    @Column(name = "status_note")
    private String statusNote = "";

    @Column(name = "key_date")
    private @Nullable String keyDate;

    @Enumerated(EnumType.STRING)
    @Column(name = "key_date_event")
    private @Nullable KeyDateEvent keyDateEvent;

    @Column(name = "opened_earliest")
    private @Nullable LocalDate openedEarliest;

    @Column(name = "opened_latest")
    private @Nullable LocalDate openedLatest;

    @Column(name = "length_km")
    private @Nullable BigDecimal lengthKm;

    private @Nullable String note;

    /** For the entity manager, which fills it. */
    protected CorridorEntity() {}

    private CorridorEntity(CorridorEntity same, long release) {
        super(release);
        this.id = same.id;
        this.name = same.name;
        this.nameZh = same.nameZh;
        this.kind = same.kind;
        this.mode = same.mode;
        this.status = same.status;
        this.statusNote = same.statusNote;
        this.keyDate = same.keyDate;
        this.keyDateEvent = same.keyDateEvent;
        this.openedEarliest = same.openedEarliest;
        this.openedLatest = same.openedLatest;
        this.lengthKm = same.lengthKm;
        this.note = same.note;
    }

    /** The key of the table. */
    record Key(String id, long release) implements Serializable {}

    @Override
    public Status status() {
        return status;
    }

    @Override
    public JsonObject stated() {
        return new JsonObject()
                .put("status", status.name())
                .put("statusNote", statusNote)
                .put("opened", openedEarliest == null ? null : keyDate);
    }

    /** It opens on that day unless an opening that has happened is on record. */
    @Override
    public Historical changed(Status to, @Nullable LocalDate openedOn, long release) {
        CorridorEntity changed = new CorridorEntity(this, release);
        changed.status = to;
        changed.statusNote = to.words();
        if (openedOn != null && openedEarliest == null) {
            changed.keyDate = openedOn.toString();
            changed.keyDateEvent =
                    to == Status.PARTLY_OPERATIONAL ? KeyDateEvent.FIRST_SECTION_OPENED : KeyDateEvent.OPENED;
            changed.openedEarliest = openedOn;
            changed.openedLatest = openedOn;
        }
        return changed;
    }
}
