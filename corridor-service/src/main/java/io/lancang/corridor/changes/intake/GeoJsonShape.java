package io.lancang.corridor.changes.intake;

import io.lancang.corridor.changes.release.LineText;
import io.lancang.kit.text.Brief;
import io.lancang.kit.text.Numerals;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the geometry of a feature says, by column. The ends of a line say nothing about how far its segment goes: that is between the
 * places on record, wherever a file draws it. A geometry that is not as it must be becomes the text of a column of
 * numbers, which the rules of the table then refuse by line, with this text.
 */
final class GeoJsonShape {
    static final String LATITUDE = "lat";
    static final String LONGITUDE = "lon";
    static final String GREAT_CIRCLE = "great_circle_km";
    static final String LINE = "line_wkt";

    /** What the text of a geometry that is not as it must be begins with. */
    private static final String MALFORMED = "geometry ";

    private static final int POLE = 90;
    private static final int ANTIMERIDIAN = 180;

    private GeoJsonShape() {}

    /** Whether a text of {@link #columns} tells of a geometry that is not as it must be. */
    static boolean isMalformed(String text) {
        return text.startsWith(MALFORMED);
    }

    static Map<String, String> columns(GeoJsonProperties.Geometry kind, @Nullable JsonValue geometry) {
        if (geometry == null || geometry.getValueType() == JsonValue.ValueType.NULL) {
            return Map.of();
        }
        return switch (kind) {
            case POINT -> point(geometry);
            case LINE -> line(geometry);
        };
    }

    private static Map<String, String> point(JsonValue geometry) {
        JsonArray position = coordinates(geometry, "Point");
        return position != null && isPosition(position)
                ? Map.of(
                        LATITUDE,
                        number(position, 1).toString(),
                        LONGITUDE,
                        number(position, 0).toString())
                : Map.of(LATITUDE, MALFORMED + brief(geometry, "Point"), LONGITUDE, "0");
    }

    private static Map<String, String> line(JsonValue geometry) {
        JsonArray positions = coordinates(geometry, "LineString");
        if (positions == null
                || positions.size() < 2
                || !positions.stream().allMatch(position -> isPosition(position) && isOnEarth(position))) {
            return Map.of(GREAT_CIRCLE, MALFORMED + brief(geometry, "LineString"));
        }
        return Map.of(
                LINE, LineText.of(positions.stream().map(GeoJsonShape::text).toList()));
    }

    private static String text(JsonValue position) {
        JsonArray numbers = position.asJsonArray();
        return LineText.position(number(numbers, 0), number(numbers, 1));
    }

    private static @Nullable JsonArray coordinates(JsonValue geometry, String type) {
        return geometry instanceof JsonObject object
                        && type.equals(object.getString("type", ""))
                        && object.get("coordinates") instanceof JsonArray coordinates
                ? coordinates
                : null;
    }

    private static boolean isPosition(JsonValue value) {
        return value instanceof JsonArray position
                && position.size() >= 2
                && position.getFirst() instanceof JsonNumber longitude
                && position.get(1) instanceof JsonNumber latitude
                && Numerals.isSane(longitude.bigDecimalValue())
                && Numerals.isSane(latitude.bigDecimalValue());
    }

    private static boolean isOnEarth(JsonValue position) {
        JsonArray numbers = position.asJsonArray();
        return Math.abs(number(numbers, 0).doubleValue()) <= ANTIMERIDIAN
                && Math.abs(number(numbers, 1).doubleValue()) <= POLE;
    }

    private static BigDecimal number(JsonArray position, int index) {
        return position.getJsonNumber(index).bigDecimalValue();
    }

    /** A geometry of another type is reported by its type: what its coordinates are is of no interest then. */
    private static String brief(JsonValue geometry, String wanted) {
        String type = geometry instanceof JsonObject object ? object.getString("type", wanted) : wanted;
        if (!type.equals(wanted)) {
            return "of the type " + Brief.value(type) + " where a " + wanted + " is needed";
        }
        String text = geometry.toString();
        int most = 60;
        return text.length() <= most ? text : text.substring(0, most) + "…";
    }
}
