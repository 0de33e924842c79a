package io.lancang.gateway.subgraph;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.federation.SubgraphException;
import io.lancang.federation.SubgraphRequest;
import io.lancang.federation.error.ErrorCode;
import io.lancang.gateway.TestConfig;
import io.lancang.gateway.config.traffic.TrafficConfig;
import io.lancang.gateway.limits.Deadline;
import io.lancang.gateway.subgraph.endpoint.SubgraphTarget;
import io.lancang.gateway.subgraph.endpoint.SubgraphTls;
import io.lancang.gateway.subgraph.request.ClientRequest;
import io.lancang.gateway.subgraph.request.HeaderForwarding;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests to subgraphs over each version of HTTP, with and without TLS and compression. */
final class SubgraphProtocolsTest {
    private static final String ANSWER = "{\"data\":{\"partner\":\"" + "LAO".repeat(1000) + "\"}}";
    private static final String PASSWORD = "changeit";

    @TempDir
    @SuppressWarnings("NullAway.Init") // injected
    static Path folder;

    private final Vertx vertx = Vertx.vertx();
    private final BlockingQueue<HttpServerRequest> requests = new LinkedBlockingQueue<>();

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, SECONDS);
    }

    @Test
    void speaksHttp2InClearTextByPriorKnowledge() throws Exception {
        HttpServer subgraph = serve(new HttpServerOptions().setHttp2ClearTextEnabled(true));

        assertEquals(ANSWER, ask("http", subgraph, Map.of("traffic.protocol", "http-2"), SubgraphTls.DEFAULT));

        assertEquals(HttpVersion.HTTP_2, request().version());
    }

    @Test
    void speaksHttp2OverTls() throws Exception {
        PfxOptions key = key();
        HttpServer subgraph =
                serve(new HttpServerOptions().setSsl(true).setUseAlpn(true).setKeyCertOptions(key));

        assertEquals(
                ANSWER,
                ask(
                        "https",
                        subgraph,
                        Map.of("traffic.protocol", "http-2"),
                        new SubgraphTls(key, /* identity= */ null)));

        assertEquals(HttpVersion.HTTP_2, request().version());
    }

    @Test
    void speaksHttp1OverTlsToASubgraphThatItTrusts() throws Exception {
        PfxOptions key = key();
        HttpServer subgraph = serve(new HttpServerOptions().setSsl(true).setKeyCertOptions(key));

        assertEquals(ANSWER, ask("https", subgraph, Map.of(), new SubgraphTls(key, /* identity= */ null)));

        assertEquals(HttpVersion.HTTP_1_1, request().version());
    }

    @Test
    void asksNoSubgraphThatItDoesNotTrust() throws Exception {
        HttpServer subgraph = serve(new HttpServerOptions().setSsl(true).setKeyCertOptions(key()));

        ExecutionException refused =
                assertThrows(ExecutionException.class, () -> ask("https", subgraph, Map.of(), SubgraphTls.DEFAULT));

        SubgraphException failure = assertInstanceOf(SubgraphException.class, refused.getCause());
        assertEquals(ErrorCode.SUBGRAPH_UNAVAILABLE, failure.code());
        assertTrue(requests.isEmpty());
    }

    @Test
    void readsAnswersThatASubgraphCompressed() throws Exception {
        HttpServer subgraph = serve(new HttpServerOptions().setCompressionSupported(true));

        assertEquals(ANSWER, ask("http", subgraph, Map.of("traffic.compression", "true"), SubgraphTls.DEFAULT));

        assertTrue(String.valueOf(request().getHeader("Accept-Encoding")).contains("gzip"));
    }

    private HttpServer serve(HttpServerOptions options) throws Exception {
        return vertx.createHttpServer(options.setHost("127.0.0.1").setPort(0))
                .requestHandler(request -> {
                    requests.add(request);
                    request.response()
                            .putHeader("Content-Type", "application/json")
                            .end(ANSWER);
                })
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, SECONDS);
    }

    private String ask(String scheme, HttpServer subgraph, Map<String, String> config, SubgraphTls tls)
            throws Exception {
        TrafficConfig traffic = TestConfig.with(config).traffic();
        URI url = URI.create(scheme + "://127.0.0.1:" + subgraph.actualPort() + "/graphql");
        ClientRequest client = new ClientRequest(
                new HeaderForwarding(List.of()).toSubgraphs(MultiMap.caseInsensitiveMultiMap()),
                Deadline.in(Duration.ofSeconds(30), System::nanoTime));
        try (HttpSubgraphClient subgraphs = new HttpSubgraphClient(
                vertx,
                List.of(new SubgraphTarget("trade", url, traffic.timeout(), TestConfig.streams())),
                traffic,
                tls,
                TestConfig.noMask(),
                name -> new Uncounted())) {
            byte[] body = "{\"query\":\"{ partner }\"}".getBytes(UTF_8);
            return new String(
                    subgraphs
                            .send(new SubgraphRequest<>("trade", body, client))
                            .toCompletableFuture()
                            .get(10, SECONDS)
                            .body(),
                    UTF_8);
        }
    }

    private HttpServerRequest request() throws InterruptedException {
        HttpServerRequest request = requests.poll(10, SECONDS);
        if (request == null) {
            throw new AssertionError("no request came");
        }
        return request;
    }

    /** A key with a certificate that it signed itself, made by Java's own tool. */
    private static PfxOptions key() throws IOException, InterruptedException {
        Path file = folder.resolve("subgraph.p12");
        if (!Files.exists(file)) {
            Process keytool = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "keytool")
                                    .toString(),
                            "-genkeypair",
                            "-alias",
                            "subgraph",
                            "-keyalg",
                            "EC",
                            "-dname",
                            "CN=127.0.0.1",
                            "-ext",
                            "SAN=ip:127.0.0.1",
                            "-storetype",
                            "PKCS12",
                            "-keystore",
                            file.toString(),
                            "-storepass",
                            PASSWORD)
                    .inheritIO()
                    .start();
            assertEquals(0, keytool.waitFor());
        }
        return new PfxOptions().setPath(file.toString()).setPassword(PASSWORD);
    }
}
