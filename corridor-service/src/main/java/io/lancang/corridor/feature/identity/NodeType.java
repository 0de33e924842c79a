package io.lancang.corridor.feature.identity;

import io.lancang.kit.error.ServiceException;
import io.lancang.kit.node.NodeId;
import io.lancang.kit.text.Brief;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The types of the graph whose objects have an id in the whole graph. */
enum NodeType {
    BLOC("Bloc"),
    CLIENT("Client"),
    CORRIDOR("Corridor"),
    LOCATION("Location"),
    PARTNER("Partner"),
    PRODUCT("Product"),
    SEGMENT("Segment"),
    ZONE("Zone");

    private final String graphName;

    NodeType(String graphName) {
        this.graphName = graphName;
    }

    /**
     * The type of an object with this id.
     *
     * @throws ServiceException BAD_USER_INPUT if there is none, or if its objects have no moment and the id names one
     */
    static NodeType of(NodeId id) {
        NodeType type = Arrays.stream(values())
                .filter(each -> each.graphName.equals(id.type()))
                .findFirst()
                .orElseThrow(() -> ServiceException.badInput(
                        "'" + Brief.value(id.type()) + "' is no type of nodes.",
                        "The types are "
                                + Arrays.stream(values())
                                        .map(each -> each.graphName)
                                        .collect(Collectors.joining(", "))
                                + "."));
        if (id.release() != null && !type.isKeptByMoment()) {
            throw ServiceException.badInput(
                    "The id of a " + id.type() + " names release " + id.release() + ", and it has no moment.",
                    "Send an id as a field `nodeId` gave it.");
        }
        return type;
    }

    private boolean isKeptByMoment() {
        return switch (this) {
            case CORRIDOR, LOCATION, SEGMENT, ZONE -> true;
            case BLOC, CLIENT, PARTNER, PRODUCT -> false;
        };
    }
}
