package io.lancang.integration.client;

import io.lancang.kit.error.ServiceException;
import io.lancang.kit.text.Brief;
import java.util.List;
import java.util.regex.Pattern;

/** Lists of scopes, which {@code @requiresScopes} asks for. On record they are one text with single spaces, as in OAuth 2.0. */
public final class Scopes {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9:._/-]{1,64}");
    private static final int MOST = 32;

    private Scopes() {}

    /**
     * The list in order, each once.
     *
     * @throws ServiceException BAD_USER_INPUT for too many, or one of another form
     */
    public static List<String> checked(List<String> scopes) {
        if (scopes.size() > MOST) {
            throw ServiceException.badInput(
                    "`scopes` has " + scopes.size() + "; it may have " + MOST + ".", "Give fewer scopes.");
        }
        for (String scope : scopes) {
            // Where a list may be left out, the schema allows null in it.
            if (scope == null || !FORM.matcher(scope).matches()) {
                throw ServiceException.badInput(
                        "`scopes` has '" + Brief.value(String.valueOf(scope))
                                + "'; a scope has 1 to 64 letters, digits and the characters : . _ / -",
                        "Give one such as `trade:read`.");
            }
        }
        return scopes.stream().distinct().sorted().toList();
    }

    /**
     * Refuses scopes that are not among others.
     *
     * @param whose names the others in the message: {@code those of the client 'x'}
     * @throws ServiceException BAD_USER_INPUT with the first one
     */
    public static void requireAmong(List<String> scopes, List<String> allowed, String whose, String wayOut) {
        for (String scope : scopes) {
            if (!allowed.contains(scope)) {
                throw ServiceException.badInput(
                        "`scopes` has '" + scope + "', which is not among " + whose + ": "
                                + (allowed.isEmpty() ? "there are none" : String.join(", ", allowed)) + ".",
                        wayOut);
            }
        }
    }

    /** As it is on record. */
    public static String text(List<String> scopes) {
        return String.join(" ", scopes);
    }

    /** Of a text on record. */
    public static List<String> of(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }
}
