package io.lancang.corridor.ground.rule;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.lancang.corridor.ground.sphere.GreatCircle;
import io.lancang.corridor.ground.vocabulary.PackagedTable;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.operation.distance.DistanceOp;

/**
 * The outlines of the countries of the region, by which a place that is not in its country is found. They are of the scale
 * 1:50,000,000, so that a town at a border, or a port, may lie some kilometres outside, and small islands are missing: what is on
 * the land of another country is judged closely, and what is on no land only where it is far away.
 *
 * <p>Safe for any thread.
 */
public final class CountryOutlines {
    /** How far from its country a place may be on the land of another: packaged places at borders are up to 5 km off. */
    private static final double INTO_ANOTHER_KM = 10;
    /** How far from its country a place may be that is on the land of no other: as far as its islands may lie. */
    private static final double OFF_SHORE_KM = 500;
    /** The same for a country of which the table has a part alone: as far as the rest of it goes. */
    private static final double OFF_PART_KM = 2_000;

    private static final GeometryFactory POINTS = new GeometryFactory();

    private final Map<String, Outline> outlines;

    private CountryOutlines(Map<String, Outline> outlines) {
        this.outlines = outlines;
    }

    /** Read when the first place is judged: a service that loads nothing does without. */
    private static final class Packaged {
        static final CountryOutlines OUTLINES =
                new CountryOutlines(PackagedTable.rows("data/vocabulary/country_outlines.csv").stream()
                        .map(Outline::of)
                        .collect(Collectors.toUnmodifiableMap(Outline::country, Function.identity())));
    }

    /** The outlines that ship with the service. */
    public static CountryOutlines packaged() {
        return Packaged.OUTLINES;
    }

    /**
     * The land of a country, in degrees.
     *
     * @param country alpha-3 code
     * @param isWhole whether it is all of the country, and not what lies in the region
     */
    private record Outline(String country, boolean isWhole, PreparedGeometry land) {
        static Outline of(NamedCsvRecord row) {
            try {
                return new Outline(
                        row.getField("code"),
                        Boolean.parseBoolean(row.getField("is_whole")),
                        PreparedGeometryFactory.prepare(new WKTReader().read(row.getField("outline"))));
            } catch (ParseException fault) {
                throw new IllegalStateException("The packaged outline of " + row.getField("code") + " is none", fault);
            }
        }

        boolean has(Point place) {
            return land.covers(place);
        }

        /** Kilometres from a place outside to the nearest point of the land. */
        double kilometresTo(Point place) {
            // A degree of longitude is shorter than one of latitude; by this it is not, where the place is.
            double width = Math.cos(Math.toRadians(place.getY()));
            AffineTransformation even = AffineTransformation.scaleInstance(width, 1);
            Coordinate nearest = DistanceOp.nearestPoints(even.transform(land.getGeometry()), even.transform(place))[0];
            return GreatCircle.kilometres(nearest.y, nearest.x / width, place.getY(), place.getX());
        }

        double offLandKm() {
            return isWhole ? OFF_SHORE_KM : OFF_PART_KM;
        }
    }

    /**
     * What is wrong about the place of something in a country; empty if nothing is, or if there is no outline of the country.
     *
     * @param country alpha-3 code
     * @param latitude degrees north
     * @param longitude degrees east
     */
    public Optional<Fault> faultOf(String country, double latitude, double longitude) {
        Outline own = outlines.get(country);
        Point place = POINTS.createPoint(new Coordinate(longitude, latitude));
        if (own == null || own.has(place)) {
            return Optional.empty();
        }
        double km = own.kilometresTo(place);
        String other = km > INTO_ANOTHER_KM ? countryAt(place) : null;
        if (other == null && km <= own.offLandKm()) {
            return Optional.empty();
        }
        return Optional.of(new Fault(
                latitude + ", " + longitude + " is " + (other == null ? "" : "in " + other + ", ") + shown(km)
                        + " km from " + country,
                "Check the order and the signs of the coordinates, and the country."));
    }

    /** The nearest point is sought on a plane, which is right for a region and wrong for the other side of the earth. */
    private static String shown(double km) {
        return km > OFF_PART_KM ? "more than " + Math.round(OFF_PART_KM) : String.valueOf(Math.round(km));
    }

    private @Nullable String countryAt(Point place) {
        Envelope at = place.getEnvelopeInternal();
        return outlines.values().stream()
                .filter(outline ->
                        outline.land().getGeometry().getEnvelopeInternal().covers(at))
                .filter(outline -> outline.has(place))
                .map(Outline::country)
                .findFirst()
                .orElse(null);
    }
}
