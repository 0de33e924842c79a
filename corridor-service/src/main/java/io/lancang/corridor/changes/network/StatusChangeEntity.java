package io.lancang.corridor.changes.network;

import io.lancang.corridor.ground.fact.Status;
import io.lancang.kit.entity.Historical;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How a status came about. What only files say has no entry. */
@Entity
@SuppressWarnings("UnusedVariable") // What is written here is read by statements.
@Table(name = "status_change")
class StatusChangeEntity extends Historical {
    @Enumerated(EnumType.STRING)
    @Column(name = "subject_kind")
    private StatusSubject kind = StatusSubject.SEGMENT;

    private String subject = "";

    @Column(name = "changed_on")
    private LocalDate changedOn = LocalDate.EPOCH;

    @Enumerated(EnumType.STRING)
    @Column(name = "from_status")
    private Status from = Status.PLANNED;

    @Enumerated(EnumType.STRING)
    @Column(name = "to_status")
    private Status to = Status.PLANNED;

    private @Nullable String note;

    /** For the entity manager, which fills it. */
    protected StatusChangeEntity() {}

    StatusChangeEntity(StatusEdits.Request given, Status before, long release) {
        super(release);
        this.kind = given.kind();
        this.subject = given.id();
        this.changedOn = given.date();
        this.from = before;
        this.to = given.status();
        this.note = given.note();
    }
}
