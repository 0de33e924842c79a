package io.lancang.kit.edit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A release as it is kept: a file, a withdrawal of one, or a single change by a steward. */
@Entity
@SuppressWarnings("UnusedVariable") // Queries name what no method gives.
@Table(name = "release")
public class ReleaseEntity {
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

    @Column(name = "loaded_at", insertable = false, updatable = false)
    private @Nullable OffsetDateTime loadedAt;

    @Column(name = "withdrawn_at", insertable = false, updatable = false)
    private @Nullable OffsetDateTime withdrawnAt;

    @Column(insertable = false, updatable = false)
    private @Nullable Long withdraws;

    /** For the entity manager, which fills it. */
    protected ReleaseEntity() {}

    /** A single change: a release of one fact, which the database gives a number. */
    ReleaseEntity(String dataset, String fileName, String sha256) {
        this.dataset = dataset;
        this.fileName = fileName;
        this.sha256 = sha256;
        this.rows = 1;
        this.added = 1;
    }

    /** The number; not before it is kept. */
    public long number() {
        return Objects.requireNonNull(id);
    }

    /** The dataset that it is of. */
    public String dataset() {
        return dataset;
    }

    /** Name of the file; of a single change its mutation and subject. */
    public String fileName() {
        return fileName;
    }

    /** SHA-256 of the content, in hexadecimal digits. */
    public String sha256() {
        return sha256;
    }

    /** How many rows it gave. */
    public long rows() {
        return rows;
    }

    /** When it was loaded; not before it was read from the database. */
    public OffsetDateTime loadedAt() {
        return Objects.requireNonNull(loadedAt);
    }
}
