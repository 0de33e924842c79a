package io.lancang.corridor.location;

import io.lancang.corridor.vocabulary.CountryCodes;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Rules for the codes of a place, which clients find it by. */
public final class PlaceCodes {
    private static final Pattern UNLOCODE = Pattern.compile("[A-Z]{2}[A-Z2-9]{3}");
    private static final Pattern IATA = Pattern.compile("[A-Z]{3}");
    private static final Pattern BETWEEN = Pattern.compile("[\\s-]");
    private static final int OF_COUNTRY = 2;

    private PlaceCodes() {}

    /**
     * What is wrong about a UN/LOCODE; empty if nothing is.
     *
     * @param country alpha-3 code of the country that the place is in, which the first two letters name
     */
    public static Optional<String> faultOfUnlocode(String code, String country, CountryCodes countries) {
        if (!UNLOCODE.matcher(code).matches()) {
            return Optional.of("'" + code + "' is no UN/LOCODE: two letters of the country, then three letters or"
                    + " digits from 2 to 9, without a blank");
        }
        String alpha2 = code.substring(0, OF_COUNTRY);
        return countries.alpha3(alpha2).filter(country::equals).isPresent()
                ? Optional.empty()
                : Optional.of("'" + code + "' is of the country " + alpha2 + ", and the location is in " + country);
    }

    /** A code as it is kept, of any usual spelling: {@code kmg}, {@code CN KNM}, {@code cn-knm}. */
    public static String plain(String code) {
        return BETWEEN.matcher(code).replaceAll("").toUpperCase(Locale.ROOT);
    }

    /** What is wrong about the IATA code of an airport; empty if nothing is. */
    public static Optional<String> faultOfIata(String code) {
        return IATA.matcher(code).matches()
                ? Optional.empty()
                : Optional.of("'" + code + "' is no IATA code: three letters in capitals");
    }
}
