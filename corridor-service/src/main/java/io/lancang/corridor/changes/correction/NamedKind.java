package io.lancang.corridor.changes.correction;

import io.lancang.corridor.changes.edit.NetworkEdits;
import io.lancang.corridor.ground.choice.NamedThing;
import org.eclipse.microprofile.graphql.Description;

@Description("What has names beside the English and Chinese one.")
public enum NamedKind {
    @Description("A corridor.")
    CORRIDOR(NamedThing.CORRIDOR, "corridors"),
    @Description("A segment.")
    SEGMENT(NamedThing.SEGMENT, "segments"),
    @Description("A location.")
    LOCATION(NamedThing.LOCATION, "locations");

    private final NamedThing known;
    private final String dataset;

    NamedKind(NamedThing known, String dataset) {
        this.known = known;
        this.dataset = dataset;
    }

    NetworkEdits.Reference reference(String id) {
        return new NetworkEdits.Reference(known, dataset, id);
    }
}
