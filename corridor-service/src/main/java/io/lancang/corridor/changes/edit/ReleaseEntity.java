package io.lancang.corridor.changes.edit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The release that a single fact is. */
@Entity
@SuppressWarnings("UnusedVariable") // What is written here is read by statements.
@Table(name = "release")
class ReleaseEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String dataset = "";

    @Column(name = "file_name")
    private String fileName = "";

    private String sha256 = "";

    @Column(name = "row_count")
    private long rows;

    @Column(name = "facts_added")
    private long added;

    /** For the entity manager, which fills it. */
    protected ReleaseEntity() {}

    /** A release of one fact, which the database gives a number. */
    ReleaseEntity(String dataset, String fileName, String sha256) {
        this.dataset = dataset;
        this.fileName = fileName;
        this.sha256 = sha256;
        this.rows = 1;
        this.added = 1;
    }

    /** The number; not before it is kept. */
    long number() {
        return Objects.requireNonNull(id);
    }
}
