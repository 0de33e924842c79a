package io.lancang.corridor.finding;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Looks for doubts. Reads the whole network in two statements: a question for those who keep it, not for every page. */
@Singleton
class Findings {
    private static final String ROWS = """
            select 'OPENED_BEFORE_CONSTRUCTION' as kind, s.id,
                   'opened ' || s.opened || ', construction of ' || c.id || ' began ' || c.key_date as detail
            from current_segment s join current_corridor c on c.id = s.corridor
            where c.key_date_event = 'CONSTRUCTION_STARTED' and s.opened not like '%(%'
              and left(s.opened, least(length(s.opened), length(c.key_date)))
                  < left(c.key_date, least(length(s.opened), length(c.key_date)))
            union all
            select 'OPENED_BUT_NOT_IN_SERVICE', id, 'opened ' || opened || ', status ' || status_note
            from current_segment
            where opened not like '%(%' and status not in ('OPERATIONAL', 'PARTLY_OPERATIONAL', 'LIMITED')
            union all
            select 'SHORTER_THAN_GREAT_CIRCLE', id, length_km || ' km, great circle ' || great_circle_km || ' km'
            from current_segment where length_km < great_circle_km - 5
            union all
            select 'NO_COORDINATES', l.id, coalesce(l.note, l.name_en)
            from current_location l
            where l.latitude is null
              and exists (select 1 from current_segment s where l.id in (s.from_location, s.to_location))
            union all
            select 'UNVERIFIED_COORDINATES', id, latitude || ', ' || longitude || ' by ' || coalesce(coordinate_source, '?')
            from current_location where coordinate_precision = 'UNVERIFIED'
            order by 1, 2
            """;
    private static final String JOINS =
            "select corridor, from_location, to_location from current_segment order by corridor, position";

    private final Pool pool;

    Findings(Pool pool) {
        this.pool = pool;
    }

    /** Every doubt, by kind and subject; those about corridors first. */
    Uni<List<Finding>> all() {
        return pieces().chain(pieces -> pool.query(ROWS).execute().map(rows -> {
            List<Finding> findings = new ArrayList<>(pieces);
            rows.forEach(row -> findings.add(new Finding(
                    FindingKind.valueOf(row.getString("kind")), row.getString("id"), row.getString("detail"))));
            return findings;
        }));
    }

    private Uni<List<Finding>> pieces() {
        return pool.query(JOINS).execute().map(rows -> {
            Map<String, Pieces> byCorridor = new TreeMap<>();
            rows.forEach(row -> byCorridor
                    .computeIfAbsent(row.getString("corridor"), first -> new Pieces())
                    .join(row.getString("from_location"), row.getString("to_location")));
            List<Finding> findings = new ArrayList<>();
            byCorridor.forEach((corridor, pieces) -> {
                List<String> beginnings = pieces.beginnings();
                if (beginnings.size() > 1) {
                    findings.add(new Finding(
                            FindingKind.CORRIDOR_IN_PIECES,
                            corridor,
                            beginnings.size() + " pieces, with " + String.join(", ", beginnings)));
                }
            });
            return findings;
        });
    }
}
