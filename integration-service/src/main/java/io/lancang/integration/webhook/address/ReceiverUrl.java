package io.lancang.integration.webhook.address;

import io.lancang.integration.webhook.WebhookConfig;
import io.lancang.kit.error.ServiceException;
import io.lancang.kit.text.Brief;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a webhook is delivered.
 *
 * @param host as names are written, or an address; IPv6 without brackets
 * @param port the one that is connected to
 * @param target path and query, as the request has them
 */
public record ReceiverUrl(boolean isEncrypted, String host, int port, String target) {
    private static final int LONGEST = 2_000;
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    /**
     * Reads a URL. Whether its addresses may be reached is seen when it is connected to.
     *
     * @throws ServiceException BAD_USER_INPUT for one that no delivery may go to
     */
    public static ReceiverUrl of(String text, WebhookConfig config) {
        URI uri = parsed(text);
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        boolean isEncrypted = scheme.equals("https");
        if (!isEncrypted && !(scheme.equals("http") && config.allowHttp())) {
            throw refused(
                    text,
                    config.allowHttp() ? "begins with neither https:// nor http://" : "does not begin with https://",
                    "Give an https URL.");
        }
        @Nullable String host = uri.getHost();
        if (host == null) {
            throw refused(
                    text, "names no host that can be looked up", "Give one such as https://portal.example/events.");
        }
        if (uri.getRawUserInfo() != null) {
            throw refused(
                    "…@" + host, "has a user or a password in it", "Deliveries are signed: leave the credentials out.");
        }
        if (uri.getRawFragment() != null) {
            throw refused(text, "has a fragment (#)", "Leave it out: no server is sent one.");
        }
        int usual = isEncrypted ? HTTPS : HTTP;
        int port = uri.getPort() < 0 ? usual : uri.getPort();
        Set<Integer> ports = config.ports().orElse(Set.of());
        if (port == 0 || port > 65_535 || !(ports.isEmpty() || ports.contains(port))) {
            throw refused(
                    text,
                    "has the port " + port + ", and deliveries go to "
                            + (ports.isEmpty()
                                    ? "1 to 65535"
                                    : ports.stream().sorted().toList()),
                    "Use one of those, or ask whoever runs the service (lancang.integration.webhooks.ports).");
        }
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return new ReceiverUrl(
                isEncrypted,
                host.startsWith("[") ? host.substring(1, host.length() - 1) : host.toLowerCase(Locale.ROOT),
                port,
                uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery());
    }

    /** Host and port: what deliveries to one receiver share. */
    public String place() {
        return host + ":" + port;
    }

    private static URI parsed(String text) {
        if (text.length() > LONGEST) {
            throw refused(text, "has " + text.length() + " characters", "It may have " + LONGEST + ".");
        }
        try {
            return new URI(text);
        } catch (URISyntaxException malformed) {
            throw refused(
                    text,
                    "is no URL (" + malformed.getReason() + ")",
                    "Give one such as https://portal.example/events.");
        }
    }

    private static ServiceException refused(String text, String rule, String wayOut) {
        return ServiceException.badInput("`url` is '" + Brief.value(text) + "', which " + rule + ".", wayOut);
    }
}
