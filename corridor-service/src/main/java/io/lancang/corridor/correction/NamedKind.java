package io.lancang.corridor.correction;

import io.lancang.corridor.choice.Known;
import io.lancang.corridor.edit.EntityEdits;
import org.eclipse.microprofile.graphql.Description;

/** What has names beside the English and Chinese one. */
@Description("What has names beside the English and Chinese one.")
public enum NamedKind {
    @Description("A corridor.")
    CORRIDOR(Known.CORRIDOR, "corridors"),
    @Description("A segment.")
    SEGMENT(Known.SEGMENT, "segments"),
    @Description("A location.")
    LOCATION(Known.LOCATION, "locations");

    private final Known known;
    private final String dataset;

    NamedKind(Known known, String dataset) {
        this.known = known;
        this.dataset = dataset;
    }

    EntityEdits.Reference reference(String id) {
        return new EntityEdits.Reference(known, dataset, id);
    }
}
