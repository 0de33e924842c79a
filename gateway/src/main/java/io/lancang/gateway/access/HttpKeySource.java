package io.lancang.gateway.access;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jose4j.json.JsonUtil;
import org.jose4j.lang.JoseException;

/** Fetches keys over HTTP: from a URL, or from where OpenID Connect discovery says. Thread-safe. */
final class HttpKeySource implements KeySource {
    private static final String DISCOVERY = "/.well-known/openid-configuration";
    /** No issuer has so many keys. */
    private static final int MAX_LENGTH = 512 * 1024;

    private final HttpClient client;
    private final String url;
    private final boolean discovers;
    private final String issuer;
    private final Duration timeout;

    private HttpKeySource(HttpClient client, String url, boolean discovers, String issuer, Duration timeout) {
        this.client = client;
        this.url = url;
        this.discovers = discovers;
        this.issuer = issuer;
        this.timeout = timeout;
    }

    static HttpKeySource at(HttpClient client, String url, Duration timeout) {
        return new HttpKeySource(client, url, false, "", timeout);
    }

    static HttpKeySource discovering(HttpClient client, String issuer, Duration timeout) {
        String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        return new HttpKeySource(client, base + DISCOVERY, true, issuer, timeout);
    }

    @Override
    public Future<String> fetch() {
        return discovers ? get(url).compose(this::keysOf) : get(url);
    }

    private Future<String> keysOf(String document) {
        try {
            var members = JsonUtil.parseJson(document);
            if (!issuer.equals(members.get("issuer"))) {
                // Whoever answers for another issuer might give keys that sign in this one's name.
                return Future.failedFuture("the discovery document at " + url + " is of the issuer "
                        + members.get("issuer") + " and not of " + issuer);
            }
            return members.get("jwks_uri") instanceof String keys
                    ? get(keys)
                    : Future.failedFuture("the discovery document at " + url + " has no jwks_uri");
        } catch (JoseException malformed) {
            return Future.failedFuture("the discovery document at " + url + " is no JSON object");
        }
    }

    private Future<String> get(String address) {
        try {
            RequestOptions request = new RequestOptions()
                    .setMethod(HttpMethod.GET)
                    .setAbsoluteURI(address)
                    .setConnectTimeout(timeout.toMillis())
                    .putHeader("Accept", "application/json");
            return client.request(request)
                    .compose(sent -> sent.send().compose(response -> text(address, response)))
                    .timeout(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RuntimeException malformed) {
            return Future.failedFuture("the address " + address + " cannot be asked: " + malformed.getMessage());
        }
    }

    private static Future<String> text(String address, HttpClientResponse response) {
        String length = response.getHeader("Content-Length");
        boolean isLong = length != null && (length.length() > 9 || Long.parseLong(length) > MAX_LENGTH);
        if (response.statusCode() != 200 || isLong) {
            response.request().reset();
            return Future.failedFuture(address + " answered with status " + response.statusCode()
                    + (isLong ? " and " + length + " bytes" : ""));
        }
        BoundedText text = new BoundedText(MAX_LENGTH);
        response.handler(part -> {
            if (!text.add(part)) {
                response.request().reset();
            }
        });
        return response.end().map(ended -> text.toString());
    }
}
