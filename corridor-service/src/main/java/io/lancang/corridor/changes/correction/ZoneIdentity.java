package io.lancang.corridor.changes.correction;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** That an id stands for a zone, for good. */
@Entity
@SuppressWarnings("UnusedVariable") // It is all that there is.
@Table(name = "zone")
class ZoneIdentity {
    @Id
    private String id = "";

    /** For the entity manager, which fills it. */
    protected ZoneIdentity() {}

    ZoneIdentity(String id) {
        this.id = id;
    }
}
