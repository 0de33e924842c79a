package io.lancang.corridor.feature.location;

import io.lancang.corridor.ground.fact.Names;
import io.lancang.corridor.ground.partner.Partner;
import io.lancang.kit.history.Vantage;
import io.vertx.mutiny.sqlclient.Row;
import org.jspecify.annotations.Nullable;

/** The columns of a location, and how a row becomes one. */
public final class LocationRows {
    /** The columns that {@link #location} reads, of {@code current_location l}. */
    public static final String COLUMNS =
            "l.id, l.name_en, l.name_zh, l.country, l.admin1, l.kind, l.unlocode, l.iata, l.latitude, l.longitude,"
                    + " l.coordinate_precision, l.coordinate_source, l.note";

    private LocationRows() {}

    /** The location of a row with {@link #COLUMNS}, as it is seen from there. */
    public static Location location(Row row, Vantage seen) {
        return new Location(
                row.getString("id"),
                new Names(row.getString("name_en"), row.getString("name_zh")),
                LocationKind.valueOf(row.getString("kind")),
                row.getString("unlocode"),
                row.getString("iata"),
                coordinates(row),
                row.getString("admin1"),
                new Partner(row.getString("country")),
                row.getString("note"),
                seen);
    }

    private static @Nullable Coordinates coordinates(Row row) {
        Double latitude = row.getDouble("latitude");
        return latitude == null
                ? null
                : new Coordinates(
                        latitude,
                        row.getDouble("longitude"),
                        CoordinatePrecision.valueOf(row.getString("coordinate_precision")),
                        row.getString("coordinate_source"));
    }
}
