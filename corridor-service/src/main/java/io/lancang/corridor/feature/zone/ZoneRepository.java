package io.lancang.corridor.feature.zone;

import io.lancang.corridor.ground.choice.Conditions;
import io.lancang.corridor.ground.fact.KeyDate;
import io.lancang.corridor.ground.fact.KeyDateEvent;
import io.lancang.corridor.ground.fact.Names;
import io.lancang.corridor.ground.history.FactRepository;
import io.lancang.kit.argument.Choice;
import io.lancang.kit.history.Vantage;
import io.lancang.kit.scalar.Decimal;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads zones and industrial transfers. One statement a call. */
@Singleton
public class ZoneRepository {
    private static final String SELECT = """
            select z.id, z.name_en, z.name_zh, z.kind, z.location, z.key_date, z.key_date_event, z.area_km2, z.note,
                   l.country
            from current_zone z join current_location l on l.id = z.location
            """;
    private static final String BY_IDS = SELECT + "where z.id = any($1)";
    private static final String BY_PARTNERS = SELECT + "where l.country = any($1) order by l.country, z.id";
    private static final String BY_LOCATIONS = SELECT + "where z.location = any($1) order by z.location, z.id";
    private static final String TRANSFERS = "select t.id, t.zone, t.subject, t.sector, t.fact, t.year, t.value, t.unit"
            + " from current_industrial_transfer t ";
    private static final String TRANSFERS_BY_ZONES = TRANSFERS + "where t.zone = any($1) order by t.zone, t.id";
    private static final String ALL_TRANSFERS = TRANSFERS + "order by t.id";

    private final FactRepository facts;

    ZoneRepository(FactRepository facts) {
        this.facts = facts;
    }

    /** The zones with these ids, by id; one that does not exist is left out. */
    public Uni<Map<String, Zone>> byIds(Collection<String> ids) {
        return byIds(ids, Vantage.PRESENT);
    }

    /** As {@link #byIds(Collection)}, as they are seen from a vantage. */
    public Uni<Map<String, Zone>> byIds(Collection<String> ids, Vantage seen) {
        return facts.byId(BY_IDS, ids, seen, ZoneRepository::zone);
    }

    /**
     * The zones that pass {@code filter}, ordered by id, as they are seen from a vantage.
     *
     * @param location id of the location that they must be at; null if they may be anywhere
     */
    Uni<List<Zone>> filtered(ZoneFilter filter, @Nullable String location, Vantage seen) {
        Conditions conditions = new Conditions();
        conditions.addIfAsked("z.kind = any(%s)", Choice.names(filter.kinds()));
        conditions.addIfAsked("l.country = %s", filter.partner());
        conditions.addIfAsked("z.location = %s", location);
        String sql = SELECT + "where " + conditions.sql() + " order by z.id";
        return facts.rows(sql, conditions.parameters(), seen).map(rows -> list(rows, row -> zone(row, seen)));
    }

    /** The zones in these countries, by country. */
    Uni<Map<String, List<Zone>>> byPartners(Collection<String> partners, Vantage seen) {
        return facts.lists(BY_PARTNERS, partners, "country", seen, ZoneRepository::zone);
    }

    /** The zones at these locations, by location. */
    Uni<Map<String, List<Zone>>> byLocations(Collection<String> locations, Vantage seen) {
        return facts.lists(BY_LOCATIONS, locations, "location", seen, ZoneRepository::zone);
    }

    /** The transfers into these zones, by zone. */
    Uni<Map<String, List<IndustrialTransfer>>> transfersInto(Collection<String> zones, Vantage seen) {
        return facts.lists(TRANSFERS_BY_ZONES, zones, "zone", seen, ZoneRepository::transfer);
    }

    /** All transfers, those that are not of one zone included. */
    Uni<List<IndustrialTransfer>> transfers(Vantage seen) {
        return facts.rows(ALL_TRANSFERS, Tuple.tuple(), seen).map(rows -> list(rows, row -> transfer(row, seen)));
    }

    private static <T> List<T> list(RowSet<Row> rows, Function<Row, T> item) {
        return StreamSupport.stream(rows.spliterator(), false).map(item).toList();
    }

    private static Zone zone(Row row, Vantage seen) {
        Optional<KeyDate> keyDate = KeyDate.of(row);
        return new Zone(
                row.getString("id"),
                new Names(row.getString("name_en"), row.getString("name_zh")),
                ZoneKind.valueOf(row.getString("kind")),
                row.getString("location"),
                keyDate.filter(date -> isBeginning(date.event()))
                        .map(KeyDate::date)
                        .orElse(null),
                keyDate.orElse(null),
                row.getDouble("area_km2"),
                row.getString("note"),
                seen);
    }

    private static boolean isBeginning(KeyDateEvent event) {
        return switch (event) {
            case ESTABLISHED, APPROVED, OPENED, FIRST_SECTION_OPENED -> true;
            case OPENING_PLANNED, CONNECTED, CONSTRUCTION_STARTED, STUDY_STARTED, TENDER_AWARDED -> false;
        };
    }

    private static IndustrialTransfer transfer(Row row, Vantage seen) {
        BigDecimal value = row.getBigDecimal("value");
        return new IndustrialTransfer(
                row.getString("id"),
                row.getString("zone"),
                row.getString("subject"),
                row.getString("sector"),
                row.getString("fact"),
                row.getInteger("year"),
                value == null ? null : new Decimal(value),
                row.getString("unit"),
                seen);
    }
}
