package io.lancang.corridor.changes.network;

import io.lancang.kit.entity.Historical;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/** That a UN/LOCODE is that of a location, and of no other. */
@Entity
@Table(name = "location_unlocode")
@IdClass(LocationCodeEntity.Key.class)
class LocationCodeEntity extends Historical {
    @Id
    private String unlocode = "";

    private String location = "";

    /** For the entity manager, which fills it. */
    protected LocationCodeEntity() {}

    LocationCodeEntity(String unlocode, String location, long release) {
        super(release);
        this.unlocode = unlocode;
        this.location = location;
    }

    /** The key of the table. */
    record Key(String unlocode, long release) implements Serializable {}

    String location() {
        return location;
    }
}
