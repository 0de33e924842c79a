package io.lancang.trade.catalogue;

import io.lancang.kit.provenance.Source;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A source as it is kept. What it was called in the past is kept by the database: read sources by {@code SourceCatalog}. */
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

    /** A source that facts may cite from now on. */
    public SourceEntity(
            String id, String title, @Nullable String locator, @Nullable String licence, @Nullable String date) {
        this.id = id;
        this.title = title;
        this.locator = locator;
        this.licence = licence;
        this.date = date;
    }

    /** As the graph tells it. */
    public Source told() {
        return new Source(id, title, locator, licence, date);
    }
}
