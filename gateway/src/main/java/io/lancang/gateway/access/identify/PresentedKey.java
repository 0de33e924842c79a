package io.lancang.gateway.access.identify;

import io.lancang.gateway.access.key.KeyForm;
import io.lancang.gateway.request.RefusedException;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one key of a request, wherever it stands. */
final class PresentedKey {
    private static final CharSequence HEADER = HttpHeaders.createOptimized(ApiKeys.HEADER);
    private static final String SCHEME = "bearer ";

    private PresentedKey() {}

    /**
     * The key in the headers; null if there is none.
     *
     * @throws RefusedException if there are several, or a token beside it, or if it is none
     */
    static @Nullable String in(MultiMap headers) throws RefusedException {
        List<String> authorization = headers.getAll(HttpHeaders.AUTHORIZATION);
        List<String> own = headers.getAll(HEADER);
        String bearer = null;
        boolean isKey = false;
        for (String value : authorization) {
            String token = bearer(value);
            if (token != null) {
                bearer = token;
                isKey |= token.startsWith(KeyForm.BEGIN);
            }
        }
        if (own.isEmpty() && !isKey) {
            return null;
        }
        if (own.size() > 1 || (isKey && authorization.size() > 1) || (!own.isEmpty() && bearer != null)) {
            throw new RefusedException(KeyRefusals.several());
        }
        String key = own.isEmpty() ? bearer : own.getFirst().strip();
        if (key == null || !KeyForm.isKey(key)) {
            throw new RefusedException(KeyRefusals.malformed());
        }
        return key;
    }

    private static @Nullable String bearer(String header) {
        return header.regionMatches(/* ignoreCase= */ true, 0, SCHEME, 0, SCHEME.length())
                ? header.substring(SCHEME.length()).strip()
                : null;
    }

    /** The same headers without the key, which is nobody else's business. */
    static MultiMap without(MultiMap headers) {
        MultiMap others = MultiMap.caseInsensitiveMultiMap().addAll(headers);
        others.remove(HEADER);
        if (headers.getAll(HttpHeaders.AUTHORIZATION).stream().anyMatch(value -> bearer(value) != null)) {
            others.remove(HttpHeaders.AUTHORIZATION);
        }
        return others;
    }
}
