package io.lancang.corridor.changes.edit;

import io.lancang.corridor.ground.fact.Programme;
import io.lancang.kit.entity.Historical;
import io.vertx.core.json.JsonObject;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/** That a corridor belongs to a programme. */
@Entity
@SuppressWarnings("UnusedVariable") // What is written here is read by statements.
@Table(name = "corridor_programme")
@IdClass(ProgrammeEntity.Key.class)
class ProgrammeEntity extends Historical {
    @Id
    private String corridor = "";

    @Id
    @Enumerated(EnumType.STRING)
    private Programme programme = Programme.GREATER_MEKONG_SUBREGION;

    private String why = "";

    /** For the entity manager, which fills it. */
    protected ProgrammeEntity() {}

    ProgrammeEntity(String corridor, Programme programme, String why, long release) {
        super(release);
        this.corridor = corridor;
        this.programme = programme;
        this.why = why;
    }

    /** The key of the table. */
    record Key(String corridor, Programme programme, long release) implements Serializable {}

    /** What it says, as the audit keeps what was before. */
    JsonObject stated() {
        return new JsonObject().put("programme", programme.name()).put("why", why);
    }
}
