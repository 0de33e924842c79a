package io.lancang.corridor.changes.edit;

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

/** That a fact has a source. */
@Entity
@Table(name = "citation")
@IdClass(CitationEntity.Key.class)
class CitationEntity extends Historical {
    @Id
    @Enumerated(EnumType.STRING)
    @Column(name = "subject_kind")
    private Cited kind = Cited.ZONE;

    @Id
    private String subject = "";

    @Id
    private String source = "";

    private int position;

    /** For the entity manager, which fills it. */
    protected CitationEntity() {}

    CitationEntity(Cited kind, String subject, String source, int position, long release) {
        super(release);
        this.kind = kind;
        this.subject = subject;
        this.source = source;
        this.position = position;
    }

    /** The key of the table. */
    record Key(Cited kind, String subject, String source, long release) implements Serializable {}

    String source() {
        return source;
    }

    int position() {
        return position;
    }
}
