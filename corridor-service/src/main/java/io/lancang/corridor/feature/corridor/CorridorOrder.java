package io.lancang.corridor.feature.corridor;

import org.eclipse.microprofile.graphql.Description;

@Description("How corridors are ordered. Ties are broken by id.")
public enum CorridorOrder {
    @Description("By id.")
    ID("c.id"),
    @Description("By English name.")
    NAME("c.name_en"),
    @Description("By opening, earliest first; those that have not opened last.")
    OPENED_EARLIEST_FIRST("coalesce(to_char(c.opened_earliest, 'YYYYMMDD'), '~')"),
    @Description("By opening, latest first; those that have not opened last.")
    OPENED_LATEST_FIRST("coalesce(to_char(99999999 - to_char(c.opened_earliest, 'YYYYMMDD')::int, 'FM00000000'), '~')");

    private final String sortKey;

    CorridorOrder(String sortKey) {
        this.sortKey = sortKey;
    }

    /** The text that corridors are ordered by, ascending: an SQL expression over {@code current_corridor c}. */
    String sortKey() {
        return sortKey;
    }
}
