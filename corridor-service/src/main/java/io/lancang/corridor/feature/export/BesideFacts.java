package io.lancang.corridor.feature.export;

/** What is on record about a fact beside its own columns, as expressions of SQL. */
final class BesideFacts {
    private BesideFacts() {}

    /** The doubts that are on record about a thing, as an expression of one text; null without one. */
    static String doubts(String kind, String id) {
        return "(select string_agg(d.kind || ': ' || d.detail, ' | ' order by d.kind, d.detail) from current_stated_doubt d"
                + " where d.subject_kind = '" + kind + "' and d.subject = " + id + ")";
    }

    /** The ids of the sources that a thing cites, as an expression of JSON. */
    static String sourceList(String kind, String id) {
        return "(select coalesce(json_agg(o.source order by o.position), '[]') from current_citation o"
                + " where o.subject_kind = '" + kind + "' and o.subject = " + id + ")";
    }
}
