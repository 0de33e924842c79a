package io.lancang.corridor.changes.edit;

import io.lancang.corridor.ground.fact.Basis;
import io.lancang.corridor.ground.fact.ThroughputMetric;
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

/** A figure of what passes as a release gave it; that of countries is given by files alone. */
@Entity
@SuppressWarnings("UnusedVariable") // What is written here is read by statements.
@Table(name = "throughput")
@IdClass(ThroughputEntity.Key.class)
class ThroughputEntity extends Historical {
    @Id
    private String id = "";

    private @Nullable String corridor;
    private @Nullable String location;

    @Enumerated(EnumType.STRING)
    private ThroughputMetric metric = ThroughputMetric.FREIGHT_TOTAL;

    @Column(name = "period_start")
    private @Nullable LocalDate periodStart;

    @Column(name = "period_end")
    private @Nullable LocalDate periodEnd;

    private BigDecimal value = BigDecimal.ZERO;
    private String unit = "";

    @Enumerated(EnumType.STRING)
    private Basis basis = Basis.PERIOD;

    private @Nullable String note;

    /** For the entity manager, which fills it. */
    protected ThroughputEntity() {}

    ThroughputEntity(String id, NewThroughput given, BigDecimal value, long release) {
        super(release);
        this.id = id;
        this.corridor = given.corridor();
        this.location = given.location();
        this.metric = given.metric();
        this.periodStart = given.periodStart();
        this.periodEnd = given.periodEnd();
        this.value = value;
        this.unit = given.unit();
        this.basis = given.basis();
        this.note = given.note();
    }

    /** The key of the table. */
    record Key(String id, long release) implements Serializable {}

    /** The figure as the audit keeps what was before. */
    JsonObject stated() {
        return new JsonObject()
                .put("value", value.toPlainString())
                .put("unit", unit)
                .put("note", note);
    }
}
