package io.lancang.corridor.changes.network;

import io.lancang.corridor.ground.choice.NamedThing;
import io.lancang.corridor.ground.citation.Cited;
import org.eclipse.microprofile.graphql.Description;

@Description("What has a status.")
public enum StatusSubject {
    @Description("A corridor.")
    CORRIDOR("corridors", Cited.CORRIDOR, NamedThing.CORRIDOR),
    @Description("A segment.")
    SEGMENT("segments", Cited.SEGMENT, NamedThing.SEGMENT);

    private final String dataset;
    private final Cited cited;
    private final NamedThing known;

    StatusSubject(String dataset, Cited cited, NamedThing known) {
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
    NamedThing known() {
        return known;
    }
}
