package io.lancang.trade.partner;

import io.lancang.kit.error.ServiceException;
import java.util.regex.Pattern;

/** The rule for codes of partners and blocs. */
public final class PartnerCode {
    private static final Pattern FORM = Pattern.compile("[A-Z][A-Z0-9_]{1,19}");

    private PartnerCode() {}

    /**
     * Returns {@code code} if it has the form of a code.
     *
     * @throws ServiceException BAD_USER_INPUT if not
     */
    public static String check(String code) {
        if (!FORM.matcher(code).matches()) {
            throw ServiceException.badInput(
                    "'" + code + "' is no code.",
                    "Codes are written in capitals: ISO 3166 alpha-3 for countries (LAO), a word for aggregates and"
                            + " blocs (WORLD, ASEAN).");
        }
        return code;
    }
}
