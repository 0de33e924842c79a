package io.lancang.corridor.feature.corridor;

import io.lancang.corridor.ground.partner.Partner;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Corridors by what they are looked up by. Immutable. */
final class CorridorIndex {
    private final Map<String, Corridor> byId = new LinkedHashMap<>();
    private final Map<String, List<Corridor>> byPartner = new HashMap<>();

    /** @param corridors in the order of lists */
    CorridorIndex(Collection<Corridor> corridors) {
        for (Corridor corridor : corridors) {
            byId.put(corridor.id(), corridor);
            for (Partner partner : corridor.partners()) {
                byPartner
                        .computeIfAbsent(partner.code(), first -> new ArrayList<>())
                        .add(corridor);
            }
        }
    }

    /** Those with these ids, by id; one that does not exist is left out. */
    Map<String, Corridor> byIds(Collection<String> ids) {
        Map<String, Corridor> found = new HashMap<>();
        for (String id : ids) {
            Corridor corridor = byId.get(id);
            if (corridor != null) {
                found.put(id, corridor);
            }
        }
        return found;
    }

    /** Those through these partners, by partner; a partner without any is left out. */
    Map<String, List<Corridor>> byPartners(Collection<String> partners) {
        Map<String, List<Corridor>> found = new HashMap<>();
        for (String partner : partners) {
            List<Corridor> through = byPartner.get(partner);
            if (through != null) {
                found.put(partner, List.copyOf(through));
            }
        }
        return found;
    }
}
