package io.lancang.corridor.changes.network;

import io.lancang.corridor.feature.location.CoordinatePrecision;
import io.lancang.corridor.feature.location.LocationKind;
import io.lancang.kit.entity.Historical;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** What a release gave of a location. What the database makes of names and coordinates, to find it by, is its own. */
@Entity
@SuppressWarnings("UnusedVariable") // What is written here is read by statements.
@Table(name = "location_fact")
@IdClass(LocationEntity.Key.class)
class LocationEntity extends Historical {
    @Id
    private String id = "";

    @Column(name = "name_en")
    private String name = "";

    @Column(name = "name_zh")
    private @Nullable String nameZh;

    private String country = "";
    private @Nullable String admin1;

    @Enumerated(EnumType.STRING)
    private LocationKind kind = LocationKind.TOWN;

    private @Nullable String unlocode;
    private @Nullable String iata;
    private @Nullable Double latitude;
    private @Nullable Double longitude;

    @Enumerated(EnumType.STRING)
    @Column(name = "coordinate_precision")
    private @Nullable CoordinatePrecision precision;

    @Column(name = "coordinate_source")
    private @Nullable String coordinateSource;

    private @Nullable String note;

    @Column(name = "paired_with")
    private @Nullable String pairedWith;

    /** For the entity manager, which fills it. */
    protected LocationEntity() {}

    LocationEntity(NewLocation given, long release) {
        super(release);
        this.id = given.id();
        this.name = given.name();
        this.nameZh = given.nameZh();
        this.country = given.partner();
        this.admin1 = given.admin1();
        this.kind = given.kind();
        this.unlocode = given.unlocode();
        this.iata = given.iata();
        this.latitude = given.latitude();
        this.longitude = given.longitude();
        this.precision = given.precision();
        this.coordinateSource = given.coordinateSource();
        this.note = given.note();
        this.pairedWith = given.pairedWith();
    }

    /** The key of the table. */
    record Key(String id, long release) implements Serializable {}
}
