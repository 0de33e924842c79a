package io.lancang.kit.provenance;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A source as it is kept. What it was called in the past is kept by the database: read sources by {@link SourceRepository}. */
@Entity
@Table(name = "source")
public class SourceEntity {
    @Id
    private String id = "";

    private String title = "";
    private @Nullable String locator;
    private @Nullable String licence;
    private @Nullable String date;

    /** For the entity manager, which fills it. */
    protected SourceEntity() {}

    /** A source that somebody registers. */
    public SourceEntity(Source told) {
        this.id = told.id();
        this.title = told.title();
        this.locator = told.locator();
        this.licence = told.licence();
        this.date = told.date();
    }

    /** As the graph tells it. */
    public Source told() {
        return new Source(id, title, locator, licence, date);
    }
}
