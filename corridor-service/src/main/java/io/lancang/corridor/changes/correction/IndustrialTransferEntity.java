package io.lancang.corridor.changes.correction;

import io.lancang.kit.entity.Historical;
import io.vertx.core.json.JsonObject;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A reported fact about a transfer of industry as a release gave it. */
@Entity
@Table(name = "industrial_transfer")
@IdClass(IndustrialTransferEntity.Key.class)
class IndustrialTransferEntity extends Historical {
    @Id
    private String id = "";

    private @Nullable String zone;
    private String subject = "";
    private String sector = "";
    private String fact = "";
    private @Nullable Integer year;
    private @Nullable BigDecimal value;
    private @Nullable String unit;

    /** For the entity manager, which fills it. */
    protected IndustrialTransferEntity() {}

    IndustrialTransferEntity(NewIndustrialTransfer given, long release) {
        super(release);
        this.id = given.id();
        this.zone = given.zone();
        this.subject = given.subject();
        this.sector = given.sector();
        this.fact = given.fact();
        this.year = given.year();
        this.value = given.value();
        this.unit = given.value() == null ? null : given.unit();
    }

    /** The key of the table. */
    record Key(String id, long release) implements Serializable {}

    @Nullable
    String zone() {
        return zone;
    }

    /** What it says, as the audit keeps what was before. */
    JsonObject stated() {
        return new JsonObject()
                .put("zone", zone)
                .put("subject", subject)
                .put("sector", sector)
                .put("fact", fact)
                .put("year", year)
                .put("value", value == null ? null : value.toPlainString())
                .put("unit", unit);
    }
}
