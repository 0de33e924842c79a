package io.lancang.corridor.vocabulary;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Between which parallels and meridians the mainland and islands of a country lie, to a tenth of a degree. Good enough to
 * notice a sign that was lost, coordinates that were swapped, or another country's place; not to tell neighbours apart.
 */
public final class CountryBoxes {
    /** How far outside of its country a place may lie: coordinates are rounded, and borders have two sides. */
    public static final int TOLERANCE_KM = 50;

    private static final double KM_PER_DEGREE = 111.2;
    private static final double POLE = 90;

    private final Map<String, Box> boxes;

    private CountryBoxes(Map<String, Box> boxes) {
        this.boxes = boxes;
    }

    private record Box(double south, double west, double north, double east) {
        static Box of(NamedCsvRecord row) {
            return new Box(degrees(row, "south"), degrees(row, "west"), degrees(row, "north"), degrees(row, "east"));
        }

        private static double degrees(NamedCsvRecord row, String column) {
            return Double.parseDouble(row.getField(column));
        }

        boolean isNear(double latitude, double longitude) {
            double northwards = TOLERANCE_KM / KM_PER_DEGREE;
            double eastwards = northwards / Math.cos(Math.toRadians(Math.min(Math.abs(latitude), POLE - 1)));
            return latitude >= south - northwards
                    && latitude <= north + northwards
                    && longitude >= west - eastwards
                    && longitude <= east + eastwards;
        }
    }

    /** The table that ships with the service. */
    public static CountryBoxes packaged() {
        return new CountryBoxes(PackagedTable.rows("data/vocabulary/country_boxes.csv").stream()
                .collect(Collectors.toUnmodifiableMap(row -> row.getField("code"), Box::of)));
    }

    /** Whether a place may be in a country; true for a country that the table does not have. */
    public boolean mayHold(String alpha3, double latitude, double longitude) {
        Box box = boxes.get(alpha3);
        return box == null || box.isNear(latitude, longitude);
    }
}
