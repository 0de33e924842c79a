package io.lancang.kit.catalog;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a folder of this service is, as the client of a request sees it: behind the gateway, by what that forwards. Whoever sends these
 * headers changes links of the own answer alone.
 */
public final class PublicRoot {
    private static final Pattern SCHEME = Pattern.compile("https?");
    private static final Pattern AUTHORITY =
            Pattern.compile("(?:[A-Za-z0-9.-]{1,255}|\\[[0-9A-Fa-f:.]{2,45}])(?::\\d{1,5})?");
    private static final Pattern PREFIX = Pattern.compile("(?:/[A-Za-z0-9._~-]{1,100}){1,10}");

    private PublicRoot() {}

    /**
     * The address without a slash at its end.
     *
     * @param folder its path in this service; {@code X-Forwarded-Prefix} is the public one
     */
    public static String of(HttpServerRequest request, String folder) {
        HostAndPort own = request.authority();
        String scheme = forwarded(request, "X-Forwarded-Proto", SCHEME, String.valueOf(request.scheme()));
        String authority =
                forwarded(request, "X-Forwarded-Host", AUTHORITY, own == null ? "localhost" : own.toString());
        return scheme + "://" + authority + forwarded(request, "X-Forwarded-Prefix", PREFIX, folder);
    }

    private static String forwarded(HttpServerRequest request, String header, Pattern form, String own) {
        @Nullable String value = request.getHeader(header);
        return value != null && form.matcher(value).matches() ? value : own;
    }
}
