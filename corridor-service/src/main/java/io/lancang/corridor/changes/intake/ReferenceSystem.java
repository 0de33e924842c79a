package io.lancang.corridor.changes.intake;

import io.lancang.kit.error.ServiceException;
import io.lancang.kit.text.Brief;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The coordinate reference system that a file declares. GeoJSON is in WGS 84 (RFC 7946) and has no word for it any longer; tools
 * still write the member {@code crs} of the specification of 2008, and some write other systems, whose numbers would be places
 * elsewhere.
 */
final class ReferenceSystem {
    /** WGS 84 by its names at OGC and EPSG, as URN, as URL, and short. */
    private static final Pattern WGS_84 = Pattern.compile(
            "(urn:ogc:def:crs:|https?://www\\.opengis\\.net/def/crs/)?(ogc[:/]+(1\\.3[:/])?crs84|epsg[:/]+(0[:/]|\\d+(\\.\\d+)*[:/])?4326)");

    private ReferenceSystem() {}

    /**
     * Refuses every other system than WGS 84.
     *
     * @param declared the value of {@code crs}; null if there is none
     * @throws ServiceException BAD_USER_INPUT with the name that is declared
     */
    static void check(@Nullable JsonValue declared) {
        if (declared == null || declared.getValueType() == JsonValue.ValueType.NULL) {
            return;
        }
        String name = declared instanceof JsonObject crs
                        && crs.get("properties") instanceof JsonObject properties
                        && !properties.getString("name", "").isEmpty()
                ? properties.getString("name")
                : declared.toString();
        if (!WGS_84.matcher(name.toLowerCase(Locale.ROOT)).matches()) {
            throw ServiceException.badInput(
                    "The file declares the coordinate reference system '" + Brief.value(name)
                            + "'; coordinates are longitude and latitude in WGS 84. Nothing was loaded.",
                    "Transform it to WGS 84 (EPSG:4326), and leave `crs` out or name urn:ogc:def:crs:OGC:1.3:CRS84.");
        }
    }
}
