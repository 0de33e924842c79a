package io.lancang.gateway.access;

import io.lancang.gateway.config.access.IssuerConfig;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Makes the sources of keys that the configuration names. Opens no connection before one of them is asked. */
final class KeySources {
    private final Vertx vertx;
    private final Duration timeout;
    private @Nullable HttpClient client;

    KeySources(Vertx vertx, Duration timeout) {
        this.vertx = vertx;
        this.timeout = timeout;
    }

    KeySource of(IssuerConfig issuer) {
        String jwks = issuer.jwks().orElse(null);
        if (jwks == null) {
            return HttpKeySource.discovering(client(), issuer.issuer(), timeout);
        }
        if (jwks.startsWith("http://") || jwks.startsWith("https://")) {
            return HttpKeySource.at(client(), jwks, timeout);
        }
        String path = jwks.startsWith("file:") ? jwks.substring("file:".length()) : jwks;
        return () -> vertx.fileSystem().readFile(path).map(KeySources::text);
    }

    private HttpClient client() {
        HttpClient made = client == null ? vertx.createHttpClient() : client;
        client = made;
        return made;
    }

    private static String text(Buffer file) {
        return file.toString(StandardCharsets.UTF_8);
    }
}
