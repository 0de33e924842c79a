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
    public SourceEntity(Source given) {
        this.id = given.id();
        this.title = given.title();
        this.locator = given.locator();
        this.licence = given.licence();
        this.date = given.date();
    }

    /** As the graph shows it. */
    public Source asRecord() {
        return new Source(id, title, locator, licence, date);
    }
}
