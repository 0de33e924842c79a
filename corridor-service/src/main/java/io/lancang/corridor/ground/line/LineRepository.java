package io.lancang.corridor.ground.line;

import io.lancang.corridor.ground.history.FactRepository;
import io.lancang.kit.batch.Batches;
import io.lancang.kit.bounds.Requests;
import io.lancang.kit.error.ErrorCode;
import io.lancang.kit.error.ServiceException;
import io.lancang.kit.history.Vantage;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the lines of segments. One statement for all segments, or corridors, of a level that have one tolerance. */
@Singleton
public class LineRepository {
    /** How many points all lines of a level may have together that are drawn with one tolerance. */
    private static final long MOST_POINTS = 20_000;
    /** About as many characters a position has in an answer. */
    private static final int TEXT_OF_POSITION = 22;

    /** The points that are left are counted before any of them is read. */
    private static final String DRAWN = """
            select d.corridor, d.segment, d.km::float8 as km, cardinality(d.tolerances) as points, d.points_of_all, p.longitudes, p.latitudes
            from (
              select s.corridor, l.*, (sum(c.points) over ())::bigint as points_of_all
              from current_segment s
              join current_segment_line l on l.segment = s.id
              cross join lateral (select count(*) as points from unnest(l.tolerances) t (metres) where t.metres >= $2) c
              where s.%s = any($1)) d
            left join lateral (
              select array_agg(t.longitude order by t.place) as longitudes, array_agg(t.latitude order by t.place) as latitudes
              from unnest(d.longitudes, d.latitudes, d.tolerances) with ordinality t (longitude, latitude, metres, place)
              where t.metres >= $2) p on d.points_of_all <= $3
            """;

    private static final String OF_SEGMENTS = DRAWN.formatted("id");
    private static final String OF_CORRIDORS = DRAWN.formatted("corridor");

    private final FactRepository facts;

    LineRepository(FactRepository facts) {
        this.facts = facts;
    }

    /** How lines are drawn: what is left out of them, and from where they are seen. */
    private record Drawing(float toleranceMetres, Vantage seen) {}

    private record Asked(String id, Drawing drawing) {}

    /**
     * The line of a segment; empty if none is kept. To be called from a resolver.
     *
     * @param toleranceMetres how far a point that is left out may lie from the line that is drawn
     */
    public Uni<Optional<DrawnLine>> ofSegment(String segment, double toleranceMetres, Vantage seen) {
        return Batches.load(
                "lines of segments",
                new Asked(segment, new Drawing((float) toleranceMetres, seen)),
                keys -> Batches.byArguments(
                        keys,
                        Asked::drawing,
                        (drawing, asked) ->
                                read(OF_SEGMENTS, drawing, asked).map(rows -> bySegment(drawing, asked, rows))));
    }

    /** The lines of a corridor's segments that have one, by segment. To be called from a resolver. */
    public Uni<Map<String, DrawnLine>> ofCorridor(String corridor, double toleranceMetres, Vantage seen) {
        return Batches.load(
                "lines of corridors",
                new Asked(corridor, new Drawing((float) toleranceMetres, seen)),
                keys -> Batches.byArguments(
                        keys,
                        Asked::drawing,
                        (drawing, asked) ->
                                read(OF_CORRIDORS, drawing, asked).map(rows -> byCorridor(drawing, asked, rows))));
    }

    private Uni<RowSet<Row>> read(String sql, Drawing drawing, List<Asked> asked) {
        String[] ids = asked.stream().map(Asked::id).distinct().toArray(String[]::new);
        return facts.rows(sql, Tuple.of(ids, drawing.toleranceMetres(), MOST_POINTS), drawing.seen())
                .invoke(rows -> check(rows, drawing));
    }

    private static void check(RowSet<Row> rows, Drawing drawing) {
        long points = rows.size() == 0 ? 0 : rows.iterator().next().getLong("points_of_all");
        if (points > MOST_POINTS) {
            throw new ServiceException(
                    ErrorCode.LIMIT_EXCEEDED,
                    "The lines have " + points + " points together at a tolerance of " + drawing.toleranceMetres()
                            + " m; at most " + MOST_POINTS + " are answered.",
                    "Give a greater `tolerance`, or ask for fewer at once; the export segments.geojson has all points.");
        }
        Requests.budget().ifPresent(budget -> budget.values((int) points, points * TEXT_OF_POSITION));
    }

    private static Map<Asked, Optional<DrawnLine>> bySegment(Drawing drawing, List<Asked> asked, RowSet<Row> rows) {
        Map<Asked, Optional<DrawnLine>> lines = new HashMap<>();
        asked.forEach(segment -> lines.put(segment, Optional.empty()));
        rows.forEach(row -> lines.put(new Asked(row.getString("segment"), drawing), Optional.of(line(row))));
        return lines;
    }

    private static Map<Asked, Map<String, DrawnLine>> byCorridor(Drawing drawing, List<Asked> asked, RowSet<Row> rows) {
        Map<Asked, Map<String, DrawnLine>> lines = new HashMap<>();
        asked.forEach(corridor -> lines.put(corridor, new HashMap<>()));
        rows.forEach(
                row -> lines.computeIfAbsent(new Asked(row.getString("corridor"), drawing), unasked -> new HashMap<>())
                        .put(row.getString("segment"), line(row)));
        return lines;
    }

    private static DrawnLine line(Row row) {
        Double[] longitudes = row.getArrayOfDoubles("longitudes");
        Double[] latitudes = row.getArrayOfDoubles("latitudes");
        List<List<Double>> positions = new ArrayList<>(longitudes.length);
        for (int place = 0; place < longitudes.length; place++) {
            positions.add(List.of(longitudes[place], latitudes[place]));
        }
        return new DrawnLine(positions, row.getDouble("km"), row.getInteger("points"));
    }
}
