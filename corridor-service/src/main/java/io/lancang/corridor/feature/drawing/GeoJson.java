package io.lancang.corridor.feature.drawing;

import io.smallrye.graphql.api.CustomScalar;
import io.smallrye.graphql.api.CustomStringScalar;
import java.util.Map;
import org.eclipse.microprofile.graphql.Description;

/** A GeoJSON object. The annotation makes the type known; {@link GeoJsonScalar} makes it an object in the answer. */
@CustomScalar("GeoJSON")
@Description("A GeoJSON object (RFC 7946), coordinates as longitude and latitude in WGS 84. Only in answers.")
public final class GeoJson implements CustomStringScalar {
    private final Map<String, Object> object;

    /** @param object of maps, lists, texts, numbers and booleans */
    public GeoJson(Map<String, Object> object) {
        this.object = object;
    }

    /** The GraphQL extension demands this constructor; GeoJSON is no input, so nothing calls it. */
    public GeoJson(String text) {
        throw new UnsupportedOperationException("GeoJSON is no input: " + text);
    }

    /** The object. */
    Map<String, Object> object() {
        return object;
    }

    @Override
    public String stringValueForSerialization() {
        throw new UnsupportedOperationException("GeoJSON is written as an object, never as a text");
    }
}
