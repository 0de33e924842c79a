package io.lancang.integration.job.order;

import io.lancang.kit.error.ServiceException;
import io.lancang.kit.text.Brief;
import java.util.regex.Pattern;

/** The address of an export, as a job asks the gateway for it: nothing but exports can be reached by it. */
final class ExportAddress {
    private static final int LONGEST = 4_000;
    /** Folders and a file below the name of a subgraph. None begins with a dot, and no escape is one of a dot or a slash. */
    private static final Pattern FORM = Pattern.compile(
            "/exports/[A-Za-z0-9_-]{1,64}(?:/{name}){1,10}(?:\\?(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*)?"
                    .replace(
                            "{name}",
                            "(?:[A-Za-z0-9_*~+-]|%2[ABCabc])(?:[A-Za-z0-9_.,:@$*~+-]|%2[ABCabc]|%3[Aa]){0,199}"));

    private ExportAddress() {}

    /** @throws ServiceException BAD_USER_INPUT for what is none */
    static String checked(String text) {
        if (text.length() > LONGEST || !FORM.matcher(text).matches()) {
            throw ServiceException.badInput(
                    "`export` is '" + Brief.value(text)
                            + "'; it is the path of an export of the gateway, with its query in escapes, of " + LONGEST
                            + " characters at most.",
                    "Send one such as `/exports/trade/trade-flows.csv?partners=LAO`. `/exports/catalog.jsonld` leads to all.");
        }
        return text;
    }
}
