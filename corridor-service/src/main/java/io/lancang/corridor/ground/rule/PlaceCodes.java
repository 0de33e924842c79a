package io.lancang.corridor.ground.rule;

import io.lancang.corridor.ground.vocabulary.CountryCodes;
import io.lancang.kit.text.Brief;
import java.util.Optional;
import java.util.regex.Pattern;

/** The form of the codes of a place. */
public final class PlaceCodes {
    private static final Pattern UNLOCODE = Pattern.compile("[A-Z]{2}[A-Z2-9]{3}");
    private static final Pattern IATA = Pattern.compile("[A-Z]{3}");
    private static final int OF_COUNTRY = 2;
    private static final String WAY_OUT = "Leave it out, or correct it.";

    private PlaceCodes() {}

    /**
     * What is wrong about a UN/LOCODE; empty if nothing is.
     *
     * @param country alpha-3 code of the country that the place is in, which the first two letters name
     */
    public static Optional<Fault> faultOfUnlocode(String code, String country, CountryCodes countries) {
        if (!UNLOCODE.matcher(code).matches()) {
            return fault(
                    "'" + Brief.value(code) + "' is no UN/LOCODE: two letters of the country, then three letters or"
                            + " digits from 2 to 9, without a blank");
        }
        String alpha2 = code.substring(0, OF_COUNTRY);
        return countries.alpha3(alpha2).filter(country::equals).isPresent()
                ? Optional.empty()
                : fault("'" + code + "' is of the country " + alpha2 + ", and the location is in " + country);
    }

    /** What is wrong about the IATA code of an airport; empty if nothing is. */
    public static Optional<Fault> faultOfIata(String code) {
        return IATA.matcher(code).matches()
                ? Optional.empty()
                : fault("'" + Brief.value(code) + "' is no IATA code: three letters in capitals");
    }

    private static Optional<Fault> fault(String reason) {
        return Optional.of(new Fault(reason, WAY_OUT));
    }
}
