package io.lancang.corridor.changes.correction;

import io.lancang.corridor.feature.zone.ZoneKind;
import io.lancang.corridor.ground.fact.KeyDateEvent;
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
import org.jspecify.annotations.Nullable;

/** A zone as a release gave it. */
@Entity
@SuppressWarnings("UnusedVariable") // What is written here is read by statements.
@Table(name = "zone_fact")
@IdClass(ZoneEntity.Key.class)
class ZoneEntity extends Historical {
    @Id
    private String id = "";

    @Column(name = "name_en")
    private String name = "";

    @Column(name = "name_zh")
    private String nameZh = "";

    @Enumerated(EnumType.STRING)
    private ZoneKind kind = ZoneKind.INDUSTRIAL_PARK;

    private String location = "";

    @Column(name = "key_date")
    private @Nullable String date;

    @Enumerated(EnumType.STRING)
    @Column(name = "key_date_event")
    private @Nullable KeyDateEvent dateEvent;

    @Column(name = "area_km2")
    private @Nullable BigDecimal areaKm2;

    private @Nullable String note;

    /** For the entity manager, which fills it. */
    protected ZoneEntity() {}

    ZoneEntity(NewZone given, long release) {
        super(release);
        this.id = given.id();
        this.name = given.name();
        this.nameZh = given.nameZh();
        this.kind = given.kind();
        this.location = given.location();
        this.date = given.date();
        this.dateEvent = given.dateEvent();
        this.areaKm2 = given.areaKm2();
        this.note = given.note();
    }

    /** The key of the table. */
    record Key(String id, long release) implements Serializable {}

    /** What it says, as the audit keeps what was before. */
    JsonObject stated() {
        return new JsonObject()
                .put("name", name)
                .put("nameZh", nameZh)
                .put("kind", kind.name())
                .put("location", location)
                .put("date", date)
                .put("dateEvent", dateEvent == null ? null : dateEvent.name())
                .put("areaKm2", areaKm2 == null ? null : areaKm2.toPlainString())
                .put("note", note);
    }
}
