package io.lancang.corridor.changes.network;

import io.lancang.corridor.changes.edit.Identity;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** That an id stands for a location, for good. */
@Entity
@Table(name = "location")
class LocationIdentity extends Identity {
    /** For the entity manager, which fills it. */
    protected LocationIdentity() {}

    LocationIdentity(String id) {
        super(id);
    }
}
