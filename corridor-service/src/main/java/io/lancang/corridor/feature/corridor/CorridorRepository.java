package io.lancang.corridor.feature.corridor;

import io.lancang.corridor.ground.choice.Conditions;
import io.lancang.corridor.ground.choice.NamedThing;
import io.lancang.corridor.ground.choice.NamedThingRepository;
import io.lancang.corridor.ground.history.FactRepository;
import io.lancang.corridor.ground.page.KeysetPage;
import io.lancang.kit.batch.Batches;
import io.lancang.kit.connection.PageArguments;
import io.lancang.kit.error.ServiceException;
import io.lancang.kit.history.Vantage;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds corridors: those of the present in memory, others by one statement a call, whatever the number of ids, partners or
 * locations.
 */
@Singleton
public class CorridorRepository {
    private static final String SELECT = "select " + CorridorRows.COLUMNS + " from current_corridor c ";
    private static final String BY_IDS = SELECT + "where c.id = any($1)";
    private static final String BY_PARTNERS = "select p.country as member, " + CorridorRows.COLUMNS
            + " from current_corridor_country p join current_corridor c on c.id = p.corridor"
            + " where p.country = any($1) order by p.country, c.id";
    private static final String BY_LOCATIONS = "select e.location as member, " + CorridorRows.COLUMNS + """
             from (select from_location as location, corridor from current_segment where from_location = any($1)
                   union
                   select to_location, corridor from current_segment where to_location = any($1)) e
             join current_corridor c on c.id = e.corridor
             order by e.location, c.id
            """;

    private final NamedThingRepository named;
    private final FactRepository facts;
    private final PresentCorridors present;

    CorridorRepository(NamedThingRepository named, FactRepository facts, PresentCorridors present) {
        this.named = named;
        this.facts = facts;
        this.present = present;
    }

    /** The corridor with this id, together with all others that the same level of the request asks for. */
    Uni<Corridor> load(String id, Vantage seen) {
        return Batches.load(
                "corridors",
                new CorridorId(id, seen),
                keys -> Batches.byArguments(keys, CorridorId::seen, this::loadAll));
    }

    private Uni<Map<CorridorId, Corridor>> loadAll(Vantage seen, List<CorridorId> keys) {
        return byIds(keys.stream().map(CorridorId::id).toList(), seen).map(found -> {
            Map<CorridorId, Corridor> byKey = new HashMap<>();
            found.forEach((each, corridor) -> byKey.put(new CorridorId(each, seen), corridor));
            return byKey;
        });
    }

    private record CorridorId(String id, Vantage seen) {}

    /** The corridors with these ids, by id; one that does not exist is left out. */
    public Uni<Map<String, Corridor>> byIds(Collection<String> ids) {
        return byIds(ids, Vantage.PRESENT);
    }

    /** As {@link #byIds(Collection)}, as they are seen from a vantage. */
    public Uni<Map<String, Corridor>> byIds(Collection<String> ids, Vantage seen) {
        return present.orElse(
                seen, corridors -> corridors.byIds(ids), () -> facts.byId(BY_IDS, ids, seen, CorridorRows::corridor));
    }

    /**
     * The corridor with this id.
     *
     * @throws ServiceException NOT_FOUND with the nearest ids
     */
    public Uni<Corridor> byId(String id) {
        return byId(id, Vantage.PRESENT);
    }

    /** As {@link #byId(String)}, as it is seen from a vantage. */
    Uni<Corridor> byId(String id, Vantage seen) {
        return byIds(List.of(id), seen).flatMap(found -> {
            Corridor corridor = found.get(id);
            return corridor == null
                    ? named.missing(NamedThing.CORRIDOR, id, seen)
                    : Uni.createFrom().item(corridor);
        });
    }

    /** The corridors through these partners, by partner, each list ordered by id. */
    Uni<Map<String, List<Corridor>>> byPartners(Collection<String> partners, Vantage seen) {
        return present.orElse(
                seen,
                corridors -> corridors.byPartners(partners),
                () -> facts.lists(BY_PARTNERS, partners, "member", seen, CorridorRows::corridor));
    }

    /** The corridors with a segment that begins or ends at these locations, by location, each list ordered by id. */
    Uni<Map<String, List<Corridor>>> byLocations(Collection<String> locations, Vantage seen) {
        return facts.lists(BY_LOCATIONS, locations, "member", seen, CorridorRows::corridor);
    }

    /** A page of the corridors that pass {@code filter}, as they are seen from a vantage. */
    Uni<KeysetPage<Corridor>> page(CorridorFilter filter, CorridorOrder order, PageArguments arguments, Vantage seen) {
        Conditions conditions = filter.conditions();
        String matching = "select " + CorridorRows.COLUMNS + ", " + order.sortKey()
                + " as sort_key from current_corridor c where " + conditions.sql();
        return facts.rows(
                        KeysetPage.sql(matching, conditions.size(), arguments),
                        KeysetPage.addTo(conditions.parameters(), arguments),
                        seen)
                .map(rows -> KeysetPage.read(rows, arguments, row -> CorridorRows.corridor(row, seen)));
    }
}
