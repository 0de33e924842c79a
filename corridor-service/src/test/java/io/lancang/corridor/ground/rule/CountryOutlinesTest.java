package io.lancang.corridor.ground.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountryOutlinesTest {
    private static final Pattern RANGE = Pattern.compile("(\\d+) to (\\d+) km");
    private static final Pattern FIGURE = Pattern.compile("(\\d+) km");

    /** Distances were measured on a map, so that the last kilometres are left open. */
    @ParameterizedTest
    @CsvSource(nullValues = "nothing", textBlock = """
            # place,          country, latitude, longitude, what is wrong
            Vientiane,        LAO,     17.967,   102.6,     nothing
            its other bank,   THA,     17.98,    102.63,    nothing
            Friendship Pass,  CHN,     21.95,    106.7,     nothing
            Bangkok,          LAO,     13.75,    100.5,     'in THA, 370 to 460 km'
            Nanning,          VNM,     22.817,   108.366,   'in CHN, 100 to 160 km'
            the Andaman Sea,  MMR,     12,       94,        nothing
            south of Ceylon,  MMR,     2,        82,        1900 to 2000 km
            Munich,           LAO,     48.1,     11.5,      more than 2000 km
            Munich,           CHN,     48.1,     11.5,      more than 2000 km
            Harbin,           CHN,     45.75,    126.65,    nothing
            Dili,             TLS,     -8.559,   125.574,   nothing
            Sydney,           AUS,     -33.87,   151.2,     nothing
            """)
    void knowPlacesThatAreNotInTheirCountry(
            String place, String country, double latitude, double longitude, @Nullable String expected) {
        String message = CountryOutlines.packaged()
                .faultOf(country, latitude, longitude)
                .map(Fault::reason)
                .orElse(null);

        if (expected == null) {
            assertNull(message, place);
            return;
        }
        Matcher range = RANGE.matcher(expected);
        if (!range.find()) {
            assertEquals(latitude + ", " + longitude + " is " + expected + " from " + country, message, place);
            return;
        }
        Matcher figure = FIGURE.matcher(String.valueOf(message));
        assertTrue(figure.find(), message);
        assertEquals(
                latitude + ", " + longitude + " is " + expected.replace(range.group(), figure.group()) + " from "
                        + country,
                message);
        long km = Long.parseLong(figure.group(1));
        assertEquals(km, Math.clamp(km, Long.parseLong(range.group(1)), Long.parseLong(range.group(2))), place);
    }
}
