package io.lancang.gateway.pages;

import io.lancang.federation.error.ErrorCode;
import io.lancang.gateway.limits.ClientAddress;
import io.lancang.gateway.limits.rate.Spending;
import io.lancang.gateway.operation.ClientRequests;
import io.lancang.gateway.request.Refusal;
import io.lancang.gateway.request.RefusedException;
import io.lancang.gateway.subgraph.request.ClientRequest;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Passes requests for files on to subgraphs, and their answers back: as fast as the client reads, and without holding more of one
 * than a buffer. Clients must be who they say, as for GraphQL. Thread-safe.
 */
final class Passage {
    private static final Logger LOG = Logger.getLogger(Passage.class);
    private static final int MAXIMUM = 16;
    private static final int ACCEPTED = 202;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** What fails sooner than this is asked for once more: another process of the subgraph may answer. */
    private static final Duration SOON = Duration.ofSeconds(5);
    /** The pause before that, in milliseconds, half of it at random: what was killed is out of the way then. */
    private static final int PAUSE = 400;

    /** Headers of a file that say what it is; all others are the subgraph's own business. */
    private static final List<String> PASSED_ON = List.of(
            "Content-Type",
            "Content-Language",
            "Content-Disposition",
            "Content-Encoding",
            "Content-Range",
            "Accept-Ranges",
            "Cache-Control",
            "ETag",
            "Last-Modified",
            "Retry-After",
            "Sunset",
            "Vary");

    /** Headers of a request that say in which form a file is wanted, what of it, and what the client has. A subgraph packs files itself. */
    private static final List<String> ASKED_WITH = List.of(
            "Accept",
            "Accept-Encoding",
            "Range",
            "If-Range",
            "If-Match",
            "If-None-Match",
            "If-Modified-Since",
            "If-Unmodified-Since");

    private final Vertx vertx;
    private final HttpClient client;
    private final ClientRequests clients;
    private final AtomicInteger running = new AtomicInteger();

    Passage(Vertx vertx, ClientRequests clients) {
        this.vertx = vertx;
        this.clients = clients;
        this.client = vertx.createHttpClient(
                new HttpClientOptions()
                        .setConnectTimeout((int) Duration.ofSeconds(5).toMillis())
                        .setReadIdleTimeout((int) PATIENCE.toSeconds()),
                new PoolOptions().setHttp1MaxSize(MAXIMUM));
    }

    /**
     * Passes a request on, unless too many are passed on now.
     *
     * @param target what is asked of the subgraph
     */
    void pass(HttpServerRequest request, RequestOptions target) {
        pass(request, Buffer.buffer(), asking -> target);
    }

    /**
     * The same, and tells the subgraph who asks, as it is told for GraphQL.
     *
     * @param subgraph its name
     * @param body of the request, which is read
     */
    void pass(HttpServerRequest request, RequestOptions target, String subgraph, Buffer body) {
        pass(request, body, asking -> {
            asking.outgoing(subgraph).all().forEach(target::addHeader);
            return target;
        });
    }

    private void pass(HttpServerRequest request, Buffer body, Function<ClientRequest, RequestOptions> target) {
        if (running.incrementAndGet() > MAXIMUM) {
            running.decrementAndGet();
            PageHandler.refuse(request, tooMany());
            return;
        }
        request.pause();
        clients.of(ClientAddress.of(request), request.headers())
                .compose(asking -> Spending.asOneRequest(
                        asking.spending(),
                        request.response().headers(),
                        () -> answer(request, asking(request, target.apply(asking)), body)
                                .compose(answer -> copy(answer, request.response()))))
                .onComplete(done -> {
                    running.decrementAndGet();
                    if (done.failed()) {
                        fail(request, done.cause());
                    }
                });
        request.resume();
    }

    /** What only reads is asked for once more where nothing has come of the answer. */
    private Future<HttpClientResponse> answer(HttpServerRequest request, RequestOptions asked, Buffer body) {
        long begin = System.nanoTime();
        return once(asked, body)
                .recover(failure -> isWorthAnother(request, begin)
                        ? vertx.timer(ThreadLocalRandom.current().nextLong(PAUSE / 2, PAUSE))
                                .compose(ignored -> once(asked, body))
                        : Future.failedFuture(failure));
    }

    private static boolean isWorthAnother(HttpServerRequest request, long begin) {
        boolean isRead = HttpMethod.GET.equals(request.method()) || HttpMethod.HEAD.equals(request.method());
        return isRead && !request.response().closed() && System.nanoTime() - begin < SOON.toNanos();
    }

    private Future<HttpClientResponse> once(RequestOptions asked, Buffer body) {
        return client.request(asked).compose(sent -> body.length() == 0 ? sent.send() : sent.send(body));
    }

    private static RequestOptions asking(HttpServerRequest request, RequestOptions target) {
        target.setMethod(request.method());
        for (String name : ASKED_WITH) {
            List<String> values = request.headers().getAll(name);
            if (!values.isEmpty()) {
                target.putHeader(name, String.join(", ", values));
            }
        }
        return target;
    }

    /**
     * What is asked of a subgraph.
     *
     * @param address below the folder of the subgraph
     */
    static RequestOptions target(URI folder, String address, @Nullable String query) {
        String root = folder.toString();
        return new RequestOptions()
                .setAbsoluteURI(root
                        + (root.endsWith("/") || address.isEmpty() ? "" : "/")
                        + address
                        + (query == null ? "" : "?" + query))
                .setFollowRedirects(false)
                .putHeader(HttpHeaders.ACCEPT_ENCODING, "identity");
    }

    /**
     * Tells a subgraph under which address the client has its folder, as the gateway sees that, which is the public one behind a proxy that
     * {@code quarkus.http.proxy} trusts: for links of its own.
     *
     * @param own the path of the folder here
     */
    static RequestOptions knownAs(String own, HttpServerRequest request, RequestOptions target) {
        target.putHeader("X-Forwarded-Proto", Objects.requireNonNullElse(request.scheme(), "http"))
                .putHeader("X-Forwarded-Prefix", own);
        if (request.authority() != null) {
            target.putHeader("X-Forwarded-Host", request.authority().toString());
        }
        return target;
    }

    private static Future<Void> copy(HttpClientResponse answer, HttpServerResponse response) {
        if (response.closed()) {
            answer.request().reset();
            return Future.succeededFuture();
        }
        response.setStatusCode(answer.statusCode());
        for (String name : PASSED_ON) {
            String value = answer.getHeader(name);
            if (value != null) {
                response.putHeader(name, value);
            }
        }
        String location = answer.getHeader(HttpHeaders.LOCATION);
        // That of a redirect is the subgraph's own business, and may lead where the gateway alone can go.
        if (answer.statusCode() == ACCEPTED && location != null) {
            response.putHeader(HttpHeaders.LOCATION, location);
        }
        response.putHeader("X-Content-Type-Options", "nosniff");
        String length = answer.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null) {
            response.setChunked(true);
        } else {
            response.putHeader(HttpHeaders.CONTENT_LENGTH, length);
        }
        // A client that leaves makes the subgraph stop, too.
        response.closeHandler(ignored -> answer.request().reset());
        // What broke off must not end as if it were whole: `fail` breaks the connection then.
        return answer.pipe().endOnFailure(false).to(response);
    }

    private static void fail(HttpServerRequest request, Throwable cause) {
        HttpServerResponse response = request.response();
        if (response.closed()) {
            return;
        }
        if (response.headWritten()) {
            // What has come of it is not all: only a broken connection says so.
            response.reset();
        } else if (cause instanceof RefusedException refused) {
            PageHandler.refuse(request, refused.refusal());
        } else {
            LOG.warnf("A file did not come: %s", cause.getMessage());
            PageHandler.refuse(request, unreachable());
        }
    }

    /**
     * That there is nothing at a path.
     *
     * @param what is passed on, in the plural
     * @param folders where each subgraph has it
     * @param address of what there is, with words in capitals for what the reader chooses
     */
    static Refusal nothingAt(String path, String what, Map<String, URI> folders, String address) {
        String shown = path.length() > 100 ? path.substring(0, 100) + "..." : path;
        return new Refusal(
                404,
                "NOT_FOUND",
                "There are no " + what + " at " + shown + ".",
                "Subgraphs with " + what + ": "
                        + (folders.isEmpty() ? "none" : String.join(", ", new TreeSet<>(folders.keySet())))
                        + ". Their address is " + address + ".");
    }

    private static Refusal tooMany() {
        return new Refusal(
                503,
                ErrorCode.LIMIT_EXCEEDED.name(),
                "The gateway passes on " + MAXIMUM + " files, which is the most at a time.",
                "Try again when one of them is complete.",
                Map.of("Retry-After", "10"));
    }

    private static Refusal unreachable() {
        return new Refusal(
                502,
                ErrorCode.SUBGRAPH_UNAVAILABLE.name(),
                "The subgraph does not answer with the file.",
                "Try again later.");
    }
}
