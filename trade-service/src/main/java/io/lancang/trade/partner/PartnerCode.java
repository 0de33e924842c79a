package io.lancang.trade.partner;

import io.lancang.kit.error.ServiceException;
import io.lancang.kit.text.Brief;
import java.util.regex.Pattern;

/** The rule for codes of partners and blocs. */
public final class PartnerCode {
    private static final Pattern FORM = Pattern.compile("\\P{Cntrl}{1,100}");

    private PartnerCode() {}

    /**
     * Returns {@code code} if it may be looked for: where nothing is found, the error names the nearest codes.
     *
     * @throws ServiceException BAD_USER_INPUT if not
     */
    public static String check(String code) {
        if (!FORM.matcher(code).matches()) {
            throw ServiceException.badInput(
                    "'" + Brief.value(code) + "' is no code.",
                    "Codes are written in capitals: ISO 3166 alpha-3 for countries (LAO), a word for aggregates and"
                            + " blocs (WORLD, ASEAN).");
        }
        return code;
    }
}
