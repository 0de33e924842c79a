package io.lancang.corridor.feature.finding;

import io.lancang.corridor.ground.sphere.GreatCircle;

/** The statements that find doubtful rows: kind, id and detail. */
public final class FindingSql {
    /** How far the ends of a segment are apart along a great circle, as files state it: in whole hundreds of metres. */
    private static final String APART = "round((" + GreatCircle.kilometres("f.sphere <-> t.sphere") + ")::numeric, 1)";

    /** How far a line is off the ends of its segment, of the two directions that it may have the better one. */
    private static final String OFF_ENDS = "round(("
            + GreatCircle.kilometres("least(greatest(e.first_point <-> f.sphere, e.last_point <-> t.sphere),"
                    + " greatest(e.first_point <-> t.sphere, e.last_point <-> f.sphere))")
            + ")::numeric, 1)";

    private static final String UNION = "union all\n";

    /** About segments of the present and the corridors that they are pieces of. */
    public static final String OPENED_BEFORE_CONSTRUCTION = """
            select 'OPENED_BEFORE_CONSTRUCTION' as kind, s.id,
                   'opened ' || s.opened || ', construction of ' || c.id || ' began ' || c.key_date as detail
            from current_segment s join current_corridor_row c on c.id = s.corridor
            where c.key_date_event = 'CONSTRUCTION_STARTED' and s.opened not like '%(%'
              and left(s.opened, least(length(s.opened), length(c.key_date)))
                  < left(c.key_date, least(length(s.opened), length(c.key_date)))
            """;

    /** About segments of the present, without their lines. */
    public static final String OF_SEGMENT_FACTS =
            OPENED_BEFORE_CONSTRUCTION + """
            union all
            select 'OPENED_BUT_NOT_IN_SERVICE', id, 'opened ' || opened || ', status ' || status_note
            from current_segment
            where opened not like '%(%' and status not in ('OPERATIONAL', 'PARTLY_OPERATIONAL', 'LIMITED')
            union all
            select 'SHORTER_THAN_GREAT_CIRCLE', id, length_km || ' km, great circle ' || great_circle_km || ' km'
            from current_segment where length_km < great_circle_km - 5
            union all
            select 'SHORTER_THAN_GREAT_CIRCLE', s.id, s.length_km || ' km, great circle ' || $km || ' km'
            from current_segment s
            join current_location f on f.id = s.from_location
            join current_location t on t.id = s.to_location
            where s.great_circle_km is null and s.length_km < $km - 5
            union all
            select 'GREAT_CIRCLE_OFF', s.id,
                   'great circle ' || s.great_circle_km || ' km, its ends are ' || $km || ' km apart'
            from current_segment s
            join current_location f on f.id = s.from_location
            join current_location t on t.id = s.to_location
            where abs(s.great_circle_km - $km) > 5
            union all
            """.replace("$km", APART) + stated("SEGMENT") + UNION + unverified("SEGMENT");

    /** About segments of the present. */
    static final String OF_SEGMENTS = OF_SEGMENT_FACTS + UNION + ofLines("current_segment_line");

    /** About locations of the present. */
    static final String OF_LOCATIONS = """
            select 'NO_COORDINATES' as kind, l.id, coalesce(l.note, l.name_en) as detail
            from current_location l
            where l.latitude is null
              and exists (select 1 from current_segment s where l.id in (s.from_location, s.to_location))
            union all
            select 'UNVERIFIED_COORDINATES', id, latitude || ', ' || longitude || ' by ' || coalesce(coordinate_source, '?')
            from current_location where coordinate_precision = 'UNVERIFIED'
            union all
            """ + stated("LOCATION") + UNION + unverified("LOCATION");

    /** About corridors of the present, without what needs more than rows. */
    static final String OF_CORRIDORS = stated("CORRIDOR") + UNION + unverified("CORRIDOR");

    /** About figures of the present. What has no known subject is refused when it is loaded. */
    public static final String OF_THROUGHPUT = """
            select 'BEFORE_OPENING' as kind, t.id,
                   'of ' || t.period_start || ' to ' || t.period_end || ', ' || c.id || ' opened ' || c.key_date as detail
            from current_throughput t join current_corridor_row c on c.id = t.corridor
            where t.period_end < c.opened_earliest
            union all
            """ + stated("THROUGHPUT") + UNION + unverified("THROUGHPUT");

    /** About zones of the present. */
    static final String OF_ZONES = stated("ZONE") + UNION + unverified("ZONE");

    /** About industrial transfers of the present. */
    public static final String OF_TRANSFERS =
            """
            select 'BEFORE_OPENING' as kind, t.id, 'of ' || t.year || ', ' || z.id || ' began ' || z.key_date as detail
            from current_industrial_transfer t join current_zone z on z.id = t.zone
            where z.key_date_event in ('ESTABLISHED', 'APPROVED', 'OPENED', 'FIRST_SECTION_OPENED')
              and t.year < left(z.key_date, 4)::int
            union all
            """ + stated("INDUSTRIAL_TRANSFER") + UNION + unverified("INDUSTRIAL_TRANSFER");

    /** About milestones of the present. */
    static final String OF_MILESTONES = stated("MILESTONE") + UNION + unverified("MILESTONE");

    private FindingSql() {}

    /**
     * About lines of segments of the present.
     *
     * @param lines a relation of lines, as the view of the present has them
     */
    public static String ofLines(String lines) {
        return """
            select 'SHORTER_THAN_LINE' as kind, s.id, s.length_km || ' km, its line ' || round(l.km, 1) || ' km' as detail
            from current_segment s join $lines l on l.segment = s.id
            where s.length_km < l.km - 5
            union all
            select 'LINE_OFF_ENDS', s.id, 'its line begins and ends up to ' || $off || ' km from its ends'
            from current_segment s
            join $lines l on l.segment = s.id
            join current_location f on f.id = s.from_location
            join current_location t on t.id = s.to_location
            cross join lateral (
              select on_sphere(l.latitudes[1], l.longitudes[1]) as first_point,
                     on_sphere(l.latitudes[cardinality(l.latitudes)], l.longitudes[cardinality(l.longitudes)]) as last_point) e
            where $off > 5
            """.replace("$off", OFF_ENDS).replace("$lines", lines);
    }

    /** What those who made the rows say is doubtful about them. */
    private static String stated(String subjectKind) {
        return "select kind, subject as id, detail from current_stated_doubt where subject_kind = '" + subjectKind
                + "'\n";
    }

    private static String unverified(String subjectKind) {
        return """
                select 'UNVERIFIED_SOURCE' as kind, c.subject as id, s.id || ': ' || s.title as detail
                from current_citation c join current_source s on s.id = c.source
                where c.subject_kind = '%s' and (s.date = 'unverified' or s.licence like '%%unverified%%')
                """.formatted(subjectKind);
    }
}
