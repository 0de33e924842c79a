package io.lancang.integration;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PfxOptions;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Partners' systems behind one address, which take deliveries over TLS: whose certificate is shown depends on the name that is asked for. */
final class TlsReceiver implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final HttpServer server;
    private final List<Taken> taken = new CopyOnWriteArrayList<>();

    /**
     * A delivery.
     *
     * @param name that TLS asked for (SNI)
     * @param authority that HTTP asked for
     */
    record Taken(String name, String authority, String body) {}

    private TlsReceiver(PfxOptions certificates, boolean asksForName) {
        server = vertx.createHttpServer(
                        new HttpServerOptions().setSsl(true).setSni(asksForName).setKeyCertOptions(certificates))
                .requestHandler(request -> request.body().onSuccess(body -> {
                    taken.add(new Taken(
                            String.valueOf(request.connection().indicatedServerName()),
                            String.valueOf(request.authority()),
                            body.toString()));
                    request.response().setStatusCode(204).end();
                }))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    /** Shows the certificate of the one that is asked for. */
    static TlsReceiver ofAll(TestCertificates.Made certificates) {
        return new TlsReceiver(store(certificates), true);
    }

    /** Shows that of {@code one}, whoever is asked for. */
    static TlsReceiver ofOne(TestCertificates.Made certificates) {
        return new TlsReceiver(store(certificates).setAlias("one"), false);
    }

    private static PfxOptions store(TestCertificates.Made certificates) {
        return new PfxOptions().setPath(certificates.receivers().toString()).setPassword(TestCertificates.PASSWORD);
    }

    /** @param name the first part of the name */
    String url(String name) {
        return "https://" + name + TestNames.RECEIVERS + ":" + port() + "/events";
    }

    int port() {
        return server.actualPort();
    }

    /** All so far. */
    List<Taken> taken() {
        return List.copyOf(taken);
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
