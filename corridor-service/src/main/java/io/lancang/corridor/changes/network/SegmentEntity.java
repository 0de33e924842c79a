package io.lancang.corridor.changes.network;

import io.lancang.corridor.ground.fact.Mode;
import io.lancang.corridor.ground.fact.PartialDate;
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

/** What a release gave of a segment. */
@Entity
@SuppressWarnings("UnusedVariable") // What is written here is read by statements.
@Table(name = "segment_fact")
@IdClass(SegmentEntity.Key.class)
class SegmentEntity extends Historical implements HasStatus {
    @Id
    private String id = "";

    private String corridor = "";
    private int position;

    @Column(name = "from_location")
    private String from = "";

    @Column(name = "to_location")
    private String to = "";

    @Enumerated(EnumType.STRING)
    private Mode mode = Mode.RAIL;

    private String name = "";

    @Column(name = "length_km")
    private @Nullable BigDecimal lengthKm;

    @Column(name = "great_circle_km")
    private @Nullable BigDecimal greatCircleKm;

    @Column(name = "counts_in_length")
    private boolean countsInLength;

    private @Nullable String spec;
    private @Nullable String capacity;

    @Enumerated(EnumType.STRING)
    private Status status = Status.PLANNED;

    @Column(name = "status_note")
    private String statusNote = "";

    private @Nullable String opened;
    private @Nullable String cost;
    private @Nullable String note;

    @Column(name = "whole_of")
    private String[] wholeOf = {};

    @Column(name = "counted_in")
    private @Nullable String countedIn;

    /** For the entity manager, which fills it. */
    protected SegmentEntity() {}

    /** @param position its place in the order of its corridor */
    SegmentEntity(NewSegment given, int position, long release) {
        super(release);
        this.id = given.id();
        this.corridor = given.corridor();
        this.position = position;
        this.from = given.from();
        this.to = given.to();
        this.mode = given.mode();
        this.name = given.name();
        this.lengthKm = given.km();
        this.countsInLength = given.parts().isEmpty();
        this.spec = given.spec();
        this.capacity = given.capacity();
        this.status = given.status();
        this.statusNote = given.statusNote() == null ? given.status().words() : given.statusNote();
        this.opened = given.opened();
        this.cost = given.cost();
        this.note = given.note();
        this.wholeOf = given.parts().toArray(String[]::new);
        this.countedIn = given.countedIn();
    }

    private SegmentEntity(SegmentEntity same, long release) {
        super(release);
        this.id = same.id;
        this.corridor = same.corridor;
        this.position = same.position;
        this.from = same.from;
        this.to = same.to;
        this.mode = same.mode;
        this.name = same.name;
        this.lengthKm = same.lengthKm;
        this.greatCircleKm = same.greatCircleKm;
        this.countsInLength = same.countsInLength;
        this.spec = same.spec;
        this.capacity = same.capacity;
        this.status = same.status;
        this.statusNote = same.statusNote;
        this.opened = same.opened;
        this.cost = same.cost;
        this.note = same.note;
        this.wholeOf = same.wholeOf;
        this.countedIn = same.countedIn;
    }

    /** The key of the table. */
    record Key(String id, long release) implements Serializable {}

    String corridor() {
        return corridor;
    }

    int position() {
        return position;
    }

    @Override
    public Status status() {
        return status;
    }

    @Override
    public JsonObject stated() {
        return new JsonObject()
                .put("status", status.name())
                .put("statusNote", statusNote)
                .put("opened", opened);
    }

    /** It opens on that day unless an opening that has happened is on record: what was announced is no longer so. */
    @Override
    public Historical changed(Status to, @Nullable LocalDate openedOn, long release) {
        SegmentEntity changed = new SegmentEntity(this, release);
        changed.status = to;
        changed.statusNote = to.words();
        boolean hasOpened = opened != null
                && PartialDate.parse(opened).map(date -> !date.target()).orElse(true);
        if (openedOn != null && !hasOpened) {
            changed.opened = openedOn.toString();
        }
        return changed;
    }
}
