package io.lancang.corridor.changes.release;

import io.lancang.corridor.ground.line.Line;
import io.lancang.corridor.ground.rule.Coordinates;
import io.lancang.corridor.ground.rule.Fault;
import io.lancang.kit.text.Brief;
import io.lancang.kit.text.Numerals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lines as well-known text (OGC Simple Features): {@code LINESTRING (102.7 25.04, 102.5 24.3)}, longitude first. */
public final class LineText {
    /** A hundred-millionth of a degree is a millimetre; digits beyond say nothing. */
    private static final int DIGITS = 7;

    private static final Pattern TEXT = Pattern.compile("LINESTRING\\s*\\((.*)\\)", Pattern.CASE_INSENSITIVE);
    private static final Pattern COMMA = Pattern.compile(",");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private LineText() {}

    /** What a text is: a line, or why it is none. */
    sealed interface Reading {
        /** A line. */
        record Read(Line line) implements Reading {}

        /** None. */
        record Refused(Fault fault) implements Reading {}
    }

    /** Reads a text. */
    static Reading read(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return refused("'" + Brief.value(text)
                    + "' is no line written LINESTRING (longitude latitude, longitude latitude)");
        }
        String[] positions = COMMA.split(matcher.group(1), -1);
        if (positions.length < 2 || positions.length > Line.MOST_POINTS) {
            return refused("has " + positions.length + (positions.length == 1 ? " point" : " points")
                    + "; a line has from 2 to " + Line.MOST_POINTS);
        }
        List<Line.Point> points = new ArrayList<>(positions.length);
        for (String position : positions) {
            switch (point(position.strip())) {
                case Position.At(Line.Point point) -> points.add(point);
                case Position.Nowhere(String reason) -> {
                    return refused(reason);
                }
            }
        }
        Line line = new Line(points);
        return line.kilometres().signum() == 0 ? refused("has all of its points at one place") : new Reading.Read(line);
    }

    /** A position as {@link #read} reads it; {@link #of} joins them. */
    public static String position(BigDecimal longitude, BigDecimal latitude) {
        return plain(longitude) + " " + plain(latitude);
    }

    /** A text of positions. */
    public static String of(List<String> positions) {
        return "LINESTRING (" + String.join(", ", positions) + ")";
    }

    private static String plain(BigDecimal degrees) {
        BigDecimal rounded = degrees.scale() > DIGITS ? degrees.setScale(DIGITS, RoundingMode.HALF_UP) : degrees;
        return rounded.toPlainString();
    }

    private sealed interface Position {
        record At(Line.Point point) implements Position {}

        record Nowhere(String reason) implements Position {}
    }

    private static Position point(String position) {
        String[] degrees = BLANKS.split(position, -1);
        if (degrees.length != 2) {
            return new Position.Nowhere(
                    "'" + Brief.value(position) + "' is no position: a longitude, a blank and a latitude");
        }
        try {
            BigDecimal longitude = Numerals.read(degrees[0]);
            BigDecimal latitude = Numerals.read(degrees[1]);
            Optional<Fault> fault =
                    Coordinates.faultOfLongitude(longitude).or(() -> Coordinates.faultOfLatitude(latitude));
            return fault.<Position>map(found -> new Position.Nowhere(found.reason()))
                    .orElseGet(() -> new Position.At(new Line.Point(longitude.doubleValue(), latitude.doubleValue())));
        } catch (NumberFormatException noNumber) {
            return new Position.Nowhere(String.valueOf(noNumber.getMessage()));
        }
    }

    private static Reading refused(String reason) {
        return new Reading.Refused(
                new Fault(reason, "Simplify it, or leave it blank: the line between the ends is drawn then."));
    }
}
