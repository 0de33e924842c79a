package io.lancang.gateway.pages;

import io.lancang.gateway.request.Refusal;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Jobs, at {@code /jobs}: files that a subgraph makes in the background. Orders, looks and results are passed on; the subgraph is told who
 * asks. Results have places of their own, so that whoever reads one keeps nobody from looking. Thread-safe.
 */
final class JobRequests implements Handler<RoutingContext> {
    private static final String RESULTS = "/results/";
    /** An id, or a link of a result: names that need no decoding. */
    private static final Pattern PATH = Pattern.compile("(?:/(?:results/)?[A-Za-z0-9_-]{1,100})?");

    private static final Set<HttpMethod> METHODS =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST, HttpMethod.DELETE);
    private static final int LARGEST_ORDER = 8_192;

    private final Passage orders;
    private final Passage results;
    private final String subgraph;
    private final URI folder;

    /**
     * @param orders passes on all but results
     * @param subgraph its name
     * @param folder where it has its jobs
     */
    JobRequests(Passage orders, Passage results, String subgraph, URI folder) {
        this.orders = orders;
        this.results = results;
        this.subgraph = subgraph;
        this.folder = folder;
    }

    /** The methods that are passed on, in small letters. */
    static Set<String> methods() {
        return METHODS.stream()
                .map(method -> method.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    @Override
    public void handle(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        // As it was sent: what is encoded may decode to a way out of the folder.
        String below =
                Objects.requireNonNull(request.path(), "a request has a path").substring(PageRoutes.JOBS.length());
        if (!METHODS.contains(request.method())) {
            PageHandler.refuse(request, methodNotAllowed(request.method()));
        } else if (!PATH.matcher(below).matches()) {
            PageHandler.refuse(
                    request,
                    Passage.nothingAt(
                            routing.normalizedPath(), "jobs", Map.of(subgraph, folder), PageRoutes.JOBS + "/ID"));
        } else if (request.method().equals(HttpMethod.POST)) {
            read(request, body -> orders.pass(request, asked(request, below), subgraph, body));
        } else {
            (below.startsWith(RESULTS) ? results : orders)
                    .pass(request, asked(request, below), subgraph, Buffer.buffer());
        }
    }

    private RequestOptions asked(HttpServerRequest request, String below) {
        RequestOptions target = Passage.target(folder, below.isEmpty() ? below : below.substring(1), request.query());
        String type = request.getHeader("content-type");
        if (type != null) {
            target.putHeader("content-type", type);
        }
        return Passage.knownAs(PageRoutes.JOBS, request, target);
    }

    private static void read(HttpServerRequest request, Handler<Buffer> then) {
        Buffer body = Buffer.buffer();
        request.handler(piece -> {
            if (body.length() <= LARGEST_ORDER) {
                body.appendBuffer(piece);
            }
        });
        request.endHandler(end -> {
            if (body.length() > LARGEST_ORDER) {
                PageHandler.refuse(request, tooLarge());
            } else {
                then.handle(body);
            }
        });
    }

    private static Refusal methodNotAllowed(HttpMethod method) {
        return new Refusal(
                405,
                "METHOD_NOT_ALLOWED",
                "The method " + method.name() + " is not allowed for jobs.",
                "POST orders one, GET shows it or its result, DELETE cancels it.",
                Map.of("Allow", "GET, HEAD, POST, DELETE"));
    }

    private static Refusal tooLarge() {
        return new Refusal(
                413,
                "LIMIT_EXCEEDED",
                "The order has more than " + LARGEST_ORDER + " bytes.",
                "An order is {\"export\": \"/exports/SUBGRAPH/FILE\"}.");
    }
}
