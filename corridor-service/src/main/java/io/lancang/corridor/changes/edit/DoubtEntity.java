package io.lancang.corridor.changes.edit;

import io.lancang.corridor.feature.finding.FindingKind;
import io.lancang.corridor.ground.citation.Cited;
import io.lancang.kit.entity.Historical;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/** What is doubtful about a fact, as a steward or a file says. */
@Entity
@SuppressWarnings("UnusedVariable") // What is written here is read by statements.
@Table(name = "stated_doubt")
@IdClass(DoubtEntity.Key.class)
class DoubtEntity extends Historical {
    @Id
    @Enumerated(EnumType.STRING)
    @Column(name = "subject_kind")
    private Cited kind = Cited.ZONE;

    @Id
    private String subject = "";

    @Id
    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    private FindingKind doubt = FindingKind.UNVERIFIED;

    private String detail = "";

    /** For the entity manager, which fills it. */
    protected DoubtEntity() {}

    DoubtEntity(Cited kind, String subject, NewDoubt given, long release) {
        super(release);
        this.kind = kind;
        this.subject = subject;
        this.doubt = given.kind();
        this.detail = given.detail();
    }

    /** The key of the table. */
    record Key(Cited kind, String subject, FindingKind doubt, long release) implements Serializable {}
}
