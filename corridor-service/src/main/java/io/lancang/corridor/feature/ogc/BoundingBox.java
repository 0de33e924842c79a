package io.lancang.corridor.feature.ogc;

import io.lancang.kit.error.ServiceException;
import io.lancang.kit.text.Brief;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A box of WGS 84 degrees, its edges included. West is greater than east where it reaches over the meridian of 180°. */
record BoundingBox(double west, double south, double east, double north) {
    static final String PARAMETER = "bbox";
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(\\d{1,20}(\\.\\d{0,20})?|\\.\\d{1,20})([eE][+-]?\\d{1,3})?");
    private static final double LAST_MERIDIAN = 180;
    private static final double POLE = 90;
    private static final int PLANE = 4;
    private static final int SOLID = 6;

    /**
     * Reads west,south,east,north; of a box with heights, west,south,lowest,east,north,highest, these count for nothing, since
     * no feature has one.
     *
     * @throws ServiceException BAD_USER_INPUT if it is none
     */
    static BoundingBox parse(String text) {
        String[] parts = text.split(",", -1);
        if (parts.length != PLANE && parts.length != SOLID) {
            throw refused(text, "has " + parts.length + " numbers");
        }
        List<Double> numbers = new ArrayList<>();
        for (String part : parts) {
            if (!NUMBER.matcher(part).matches()) {
                throw refused(text, "has '" + Brief.value(part) + "', which is no number");
            }
            numbers.add(Double.parseDouble(part));
        }
        int axes = parts.length / 2;
        BoundingBox box = new BoundingBox(numbers.get(0), numbers.get(1), numbers.get(axes), numbers.get(axes + 1));
        box.check(text);
        return box;
    }

    private void check(String text) {
        if (Math.abs(west) > LAST_MERIDIAN || Math.abs(east) > LAST_MERIDIAN) {
            throw refused(text, "has a longitude beyond 180°");
        }
        if (Math.abs(south) > POLE || Math.abs(north) > POLE) {
            throw refused(text, "has a latitude beyond 90°");
        }
        if (south > north) {
            throw refused(text, "ends south of where it begins");
        }
    }

    /** The boxes that it is made of: two where it reaches over the meridian of 180°. */
    List<BoundingBox> parts() {
        return west <= east
                ? List.of(this)
                : List.of(
                        new BoundingBox(west, south, LAST_MERIDIAN, north),
                        new BoundingBox(-LAST_MERIDIAN, south, east, north));
    }

    private static ServiceException refused(String text, String why) {
        return ServiceException.badInput(
                "`" + PARAMETER + "` is '" + Brief.value(text) + "', which " + why + ".",
                "Write west,south,east,north in degrees of WGS 84: longitudes from -180 to 180, latitudes from -90 to 90."
                        + " West is greater than east in a box over the meridian of 180°.");
    }
}
