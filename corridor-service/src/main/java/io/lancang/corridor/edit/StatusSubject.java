package io.lancang.corridor.edit;

import io.lancang.corridor.choice.Known;
import io.lancang.corridor.citation.Cited;
import org.eclipse.microprofile.graphql.Description;

/** What has a status. */
@Description("What has a status.")
public enum StatusSubject {
    @Description("A corridor.")
    CORRIDOR("corridors", Cited.CORRIDOR, Known.CORRIDOR),
    @Description("A segment.")
    SEGMENT("segments", Cited.SEGMENT, Known.SEGMENT);

    private final String dataset;
    private final Cited cited;
    private final Known known;

    StatusSubject(String dataset, Cited cited, Known known) {
        this.dataset = dataset;
        this.cited = cited;
        this.known = known;
    }

    /** The dataset that its facts are loaded with. */
    String dataset() {
        return dataset;
    }

    /** What cites the source of a change. */
    Cited cited() {
        return cited;
    }

    /** What its ids are those of. */
    Known known() {
        return known;
    }
}
