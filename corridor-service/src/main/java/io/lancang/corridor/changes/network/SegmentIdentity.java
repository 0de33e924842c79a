package io.lancang.corridor.changes.network;

import io.lancang.corridor.changes.edit.Identity;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** That an id stands for a segment, for good. */
@Entity
@Table(name = "segment")
class SegmentIdentity extends Identity {
    /** For the entity manager, which fills it. */
    protected SegmentIdentity() {}

    SegmentIdentity(String id) {
        super(id);
    }
}
