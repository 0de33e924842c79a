package io.lancang.gateway.supergraph;

import io.lancang.gateway.bytes.BoundedBytes;
import io.lancang.gateway.config.supergraph.SupergraphReloadConfig;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The supergraph at a URL, a schema registry's for instance, which says by {@code ETag} whether it is another one. */
final class SupergraphUrl implements SupergraphSource {
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;
    /** No supergraph is as long. */
    private static final long MAX_LENGTH = 32L * 1024 * 1024;

    private final HttpClient client;
    private final String url;
    private final SupergraphReloadConfig config;
    // Used by one fetch at a time.
    private volatile @Nullable String tag;

    SupergraphUrl(Vertx vertx, String url, SupergraphReloadConfig config) {
        this.client = vertx.createHttpClient();
        this.url = url;
        this.config = config;
    }

    @Override
    public String place() {
        return url;
    }

    @Override
    public Future<Optional<SupergraphText>> fetch() {
        try {
            RequestOptions request = new RequestOptions()
                    .setMethod(HttpMethod.GET)
                    .setAbsoluteURI(url)
                    .setConnectTimeout(config.timeout().toMillis())
                    .putHeader("Accept", "application/graphql, text/plain, */*");
            config.headers().forEach(request::putHeader);
            String known = tag;
            if (known != null) {
                request.putHeader("If-None-Match", known);
            }
            return client.request(request)
                    .compose(sent -> sent.send().compose(this::read))
                    .timeout(config.timeout().toMillis(), TimeUnit.MILLISECONDS)
                    .recover(failure -> Future.failedFuture(
                            failure instanceof ConfigurationException
                                    ? failure
                                    : problem("cannot be fetched: " + failure)));
        } catch (RuntimeException malformed) {
            return Future.failedFuture(problem("is no URL: " + malformed.getMessage()));
        }
    }

    private Future<Optional<SupergraphText>> read(HttpClientResponse response) {
        if (response.statusCode() == NOT_MODIFIED) {
            return response.end().map(ended -> Optional.empty());
        }
        if (response.statusCode() != OK) {
            response.request().reset();
            return Future.failedFuture(problem("answered with status " + response.statusCode()));
        }
        BoundedBytes body = new BoundedBytes(MAX_LENGTH);
        response.handler(piece -> {
            if (!body.add(piece)) {
                response.request().reset();
            }
        });
        return response.end().map(ended -> {
            SupergraphText text = text(body.toBytes());
            tag = response.getHeader("ETag");
            return Optional.of(text);
        });
    }

    private SupergraphText text(byte[] bytes) {
        try {
            return SupergraphText.of(bytes);
        } catch (CharacterCodingException e) {
            throw problem("is not text in UTF-8");
        }
    }

    private ConfigurationException problem(String what) {
        return new ConfigurationException("The supergraph at " + url + " " + what + ". Correct " + KEY + ".");
    }
}
