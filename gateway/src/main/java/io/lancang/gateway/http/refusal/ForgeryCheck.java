package io.lancang.gateway.http.refusal;

import io.lancang.gateway.config.access.CsrfConfig;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what a page of another origin can have a browser send without asking: a GET with simple headers only, with the
 * cookies of its user and from inside their network. The page does not see the answer, but learns how long it took, and the
 * gateway has done the work.
 *
 * @param on whether anything is checked
 * @param headers of which one shows that the browser has asked first
 */
public record ForgeryCheck(boolean on, Set<String> headers) {
    private static final String SEC_FETCH_SITE = "Sec-Fetch-Site";

    /** Content types that a form can have; browsers send them without asking. */
    private static final Set<String> OF_FORMS =
            Set.of("", "application/x-www-form-urlencoded", "multipart/form-data", "text/plain");

    public ForgeryCheck(CsrfConfig config) {
        this(config.prevention(), Set.copyOf(config.headers()));
    }

    /** Whether a page of another origin may have sent this. */
    public boolean suspects(HttpServerRequest request) {
        return on
                && !isOfSameOrigin(request)
                && !hasHeader(request)
                && isOfForm(request.getHeader(HttpHeaders.CONTENT_TYPE));
    }

    private static boolean isOfSameOrigin(HttpServerRequest request) {
        // Pages cannot set this header.
        String site = request.getHeader(SEC_FETCH_SITE);
        return "same-origin".equals(site) || "none".equals(site);
    }

    private boolean hasHeader(HttpServerRequest request) {
        return headers.stream().anyMatch(name -> {
            String value = request.getHeader(name);
            return value != null && !value.isBlank();
        });
    }

    private static boolean isOfForm(@Nullable String contentType) {
        if (contentType == null) {
            return true;
        }
        int parameters = contentType.indexOf(';');
        String type = parameters < 0 ? contentType : contentType.substring(0, parameters);
        return OF_FORMS.contains(type.strip().toLowerCase(Locale.ROOT));
    }
}
