package io.lancang.corridor.feature.identity;

import io.lancang.corridor.feature.corridor.CorridorRepository;
import io.lancang.corridor.feature.location.LocationRepository;
import io.lancang.corridor.feature.segment.SegmentRepository;
import io.lancang.corridor.feature.zone.ZoneRepository;
import io.lancang.corridor.ground.partner.Bloc;
import io.lancang.corridor.ground.partner.Partner;
import io.lancang.kit.batch.Batches;
import io.lancang.kit.history.Vantage;
import io.lancang.kit.node.Node;
import io.lancang.kit.node.NodeId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds objects by their ids in the whole graph: those of the network in one statement for each type and moment of a request. What other
 * subgraphs own becomes a reference, and whether it exists is for them to say.
 */
@Singleton
class Nodes {
    private final CorridorRepository corridors;
    private final LocationRepository locations;
    private final SegmentRepository segments;
    private final ZoneRepository zones;

    Nodes(
            CorridorRepository corridors,
            LocationRepository locations,
            SegmentRepository segments,
            ZoneRepository zones) {
        this.corridors = corridors;
        this.locations = locations;
        this.segments = segments;
        this.zones = zones;
    }

    /** The object with this id; null if there is none. To be called from a resolver. */
    Uni<Node> byId(NodeId id) {
        return Batches.load("nodes", id, this::byIds);
    }

    private record Group(NodeType type, Vantage seen) {}

    private Uni<Map<NodeId, Node>> byIds(List<NodeId> ids) {
        return Batches.byArguments(ids, id -> new Group(NodeType.of(id), id.seen()), (group, members) -> {
            List<String> keys = members.stream().map(NodeId::onlyKey).toList();
            return found(group, keys).map(nodes -> {
                Map<NodeId, Node> byId = new HashMap<>();
                members.forEach(id -> {
                    Node node = nodes.get(id.onlyKey());
                    if (node != null) {
                        byId.put(id, node);
                    }
                });
                return byId;
            });
        });
    }

    private Uni<Map<String, ? extends Node>> found(Group group, List<String> keys) {
        return switch (group.type()) {
            case BLOC -> references(keys, code -> new Bloc(code, null));
            case CLIENT -> references(keys, Client::new);
            case PARTNER -> references(keys, Partner::new);
            case PRODUCT -> references(keys, Product::new);
            case CORRIDOR -> corridors.byIds(keys, group.seen()).map(found -> found);
            case LOCATION -> locations.byIds(keys, group.seen()).map(found -> found);
            case SEGMENT -> segments.byIds(keys, group.seen()).map(found -> found);
            case ZONE -> zones.byIds(keys, group.seen()).map(found -> found);
        };
    }

    private static Uni<Map<String, ? extends Node>> references(List<String> keys, Function<String, Node> reference) {
        return Uni.createFrom()
                .item(keys.stream().distinct().collect(Collectors.toMap(Function.identity(), reference)));
    }
}
