package io.lancang.corridor.feature.location;

import io.lancang.corridor.ground.choice.Conditions;
import io.lancang.corridor.ground.choice.NamedThing;
import io.lancang.corridor.ground.choice.NamedThingRepository;
import io.lancang.corridor.ground.choice.SearchText;
import io.lancang.corridor.ground.history.FactRepository;
import io.lancang.corridor.ground.page.KeysetPage;
import io.lancang.kit.batch.Batches;
import io.lancang.kit.connection.PageArguments;
import io.lancang.kit.error.ServiceException;
import io.lancang.kit.history.Vantage;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads locations. One statement a call, whatever the number of ids or partners. */
@Singleton
public class LocationRepository {
    private static final String SELECT = "select " + LocationRows.COLUMNS + " from current_location l ";
    private static final String BY_IDS = SELECT + "where l.id = any($1)";
    private static final String BY_ID_OR_CODE = SELECT + "where l.id = $1 or l.unlocode = $2 or l.iata = $2"
            + " order by l.id = $1 desc, l.unlocode = $2 desc nulls last, l.id";
    /** Two, so that a name which several locations have is seen to be one. */
    private static final String BY_NAME = SELECT + """
            where l.id in (select x.id from current_location x
                             where x.searched like '%' || search_text($2) || '%' and search_text(x.name_en) = search_text($1)
                           union all
                           select n.subject from current_name n
                             where n.subject_kind = 'LOCATION' and n.searched = search_text($1))
            order by l.id limit 2
            """;

    private static final String CROSSINGS_BY_COUNTRIES =
            SELECT + "where l.kind = 'BORDER_CROSSING' and l.country = any($1) order by l.country, l.id";
    private static final String WHERE =
            "select " + LocationRows.COLUMNS + ", l.id as sort_key from current_location l where ";

    private final NamedThingRepository named;
    private final FactRepository facts;

    LocationRepository(NamedThingRepository named, FactRepository facts) {
        this.named = named;
        this.facts = facts;
    }

    /** The location with this id, together with all others that the same level of the request asks for. */
    public Uni<Location> load(String id, Vantage seen) {
        return Batches.load(
                "locations",
                new LocationId(id, seen),
                keys -> Batches.byArguments(keys, LocationId::seen, this::loadAll));
    }

    /** The locations with these ids, by id; one that does not exist is left out. */
    public Uni<Map<String, Location>> byIds(Collection<String> ids) {
        return byIds(ids, Vantage.PRESENT);
    }

    /** As {@link #byIds(Collection)}, as they are seen from a vantage. */
    public Uni<Map<String, Location>> byIds(Collection<String> ids, Vantage seen) {
        return facts.byId(BY_IDS, ids, seen, LocationRows::location);
    }

    /**
     * The location with this id, UN/LOCODE or IATA code, as it is seen from a vantage; else the only one with this name, in
     * whatever language.
     *
     * @throws ServiceException NOT_FOUND with the nearest ids, or with those of all that have the name
     */
    public Uni<Location> byIdOrCode(String idOrCode, Vantage seen) {
        return facts.rows(BY_ID_OR_CODE, Tuple.of(idOrCode, CodeSpelling.plain(idOrCode)), seen)
                .chain(rows -> {
                    RowIterator<Row> found = rows.iterator();
                    return found.hasNext()
                            ? Uni.createFrom().item(LocationRows.location(found.next(), seen))
                            : byName(idOrCode, seen);
                });
    }

    private Uni<Location> byName(String name, Vantage seen) {
        return facts.rows(BY_NAME, Tuple.of(name, SearchText.literally(name)), seen)
                .chain(rows -> rows.size() == 1
                        ? Uni.createFrom()
                                .item(LocationRows.location(rows.iterator().next(), seen))
                        : named.missing(NamedThing.LOCATION, name, seen));
    }

    /** The border crossings of these partners, by partner. */
    Uni<Map<String, List<Location>>> borderCrossings(Collection<String> partners, Vantage seen) {
        return facts.lists(CROSSINGS_BY_COUNTRIES, partners, "country", seen, LocationRows::location);
    }

    /** A page of the locations that pass {@code filter}, ordered by id. */
    Uni<KeysetPage<Located>> page(LocationFilter filter, PageArguments arguments, Vantage seen) {
        Conditions conditions = filter.conditions();
        String sql = KeysetPage.sql(WHERE + conditions.sql(), conditions.size(), arguments);
        return facts.rows(sql, KeysetPage.addTo(conditions.parameters(), arguments), seen)
                .map(rows ->
                        KeysetPage.read(rows, arguments, row -> new Located(LocationRows.location(row, seen), null)));
    }

    private Uni<Map<LocationId, Location>> loadAll(Vantage seen, List<LocationId> ids) {
        return byIds(ids.stream().map(LocationId::id).toList(), seen).map(locations -> {
            Map<LocationId, Location> byKey = new HashMap<>();
            locations.forEach((id, location) -> byKey.put(new LocationId(id, seen), location));
            return byKey;
        });
    }

    private record LocationId(String id, Vantage seen) {}
}
