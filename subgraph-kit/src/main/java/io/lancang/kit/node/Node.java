package io.lancang.kit.node;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Interface;
import org.eclipse.microprofile.graphql.NonNull;

/** An object that has an id of its own in the whole graph. */
@Interface("Node")
@Description("An object that can be asked for again, by `node(id:)` and what `nodeId` gives.")
public interface Node {
    /** What the field means. */
    String MEANING = "Its id in the whole graph, over all types and moments: what `node(id:)` finds it by.";

    /** The {@link NodeId} as text. */
    @Description(MEANING)
    @Id
    @NonNull
    String getNodeId();
}
