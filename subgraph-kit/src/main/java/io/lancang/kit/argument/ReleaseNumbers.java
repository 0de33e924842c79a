package io.lancang.kit.argument;

import io.lancang.kit.error.ServiceException;
import io.lancang.kit.text.Brief;
import java.util.regex.Pattern;

/** Reads numbers of releases as clients send them. */
public final class ReleaseNumbers {
    private static final Pattern FORM = Pattern.compile("\\d{1,18}");

    private ReleaseNumbers() {}

    /**
     * The number in an argument.
     *
     * @param wayOut where to find numbers, as a sentence
     * @throws ServiceException BAD_USER_INPUT if it is none
     */
    public static long read(String argument, String number, String wayOut) {
        if (!FORM.matcher(number).matches()) {
            throw ServiceException.badInput(
                    "`" + argument + "` is '" + Brief.value(number) + "', which is no number of a release.", wayOut);
        }
        return Long.parseLong(number);
    }
}
