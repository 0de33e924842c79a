package io.lancang.corridor.changes.correction;

import io.lancang.corridor.changes.edit.Identity;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** That an id stands for a zone, for good. */
@Entity
@Table(name = "zone")
class ZoneIdentity extends Identity {
    /** For the entity manager, which fills it. */
    protected ZoneIdentity() {}

    ZoneIdentity(String id) {
        super(id);
    }
}
