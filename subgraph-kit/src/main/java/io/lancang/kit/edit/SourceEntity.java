package io.lancang.kit.edit;

import io.lancang.kit.provenance.Source;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A source as it is kept. What it was called in the past is kept by the database: read sources by {@code SourceCatalog}. */
@Entity
@Table(name = "source")
class SourceEntity {
    @Id
    private String id = "";

    private String title = "";
    private @Nullable String locator;
    private @Nullable String licence;
    private @Nullable String date;

    /** For the entity manager, which fills it. */
    protected SourceEntity() {}

    SourceEntity(Source told) {
        this.id = told.id();
        this.title = told.title();
        this.locator = told.locator();
        this.licence = told.licence();
        this.date = told.date();
    }

    /** As the graph tells it. */
    Source told() {
        return new Source(id, title, locator, licence, date);
    }
}
