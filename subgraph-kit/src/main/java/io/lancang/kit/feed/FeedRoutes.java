package io.lancang.kit.feed;

import io.lancang.kit.catalog.Catalog;
import io.lancang.kit.catalog.PublicRoot;
import io.lancang.kit.dataset.Checksum;
import io.lancang.kit.error.ServiceException;
import io.lancang.kit.openapi.Operation;
import io.lancang.kit.openapi.Parameter;
import io.lancang.kit.openapi.Schema;
import io.lancang.kit.representation.Conditions;
import io.lancang.kit.representation.ContentCoding;
import io.lancang.kit.representation.Validator;
import io.lancang.kit.text.Brief;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /export/releases.atom} and {@code /export/releases.json}. A service registers them before its other exports.
 */
@Singleton
@RegisterForReflection(
        ignoreNested = true,
        fields = false,
        classNames = {
            // All that the library makes by name when it writes Atom; its list is com/rometools/rome/rome.properties.
            "com.rometools.rome.io.impl.RSS090Generator",
            "com.rometools.rome.io.impl.RSS091NetscapeGenerator",
            "com.rometools.rome.io.impl.RSS091UserlandGenerator",
            "com.rometools.rome.io.impl.RSS092Generator",
            "com.rometools.rome.io.impl.RSS093Generator",
            "com.rometools.rome.io.impl.RSS094Generator",
            "com.rometools.rome.io.impl.RSS10Generator",
            "com.rometools.rome.io.impl.RSS20Generator",
            "com.rometools.rome.io.impl.Atom10Generator",
            "com.rometools.rome.io.impl.Atom03Generator",
            "com.rometools.rome.io.impl.SyModuleGenerator",
            "com.rometools.rome.io.impl.DCModuleGenerator"
        })
public class FeedRoutes {
    private static final String FOLDER = "/export";
    private static final String BEFORE = "before";
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
    private static final int NOT_MODIFIED = 304;

    private final ReleasePages releases;

    FeedRoutes(ReleasePages releases) {
        this.releases = releases;
    }

    /**
     * Registers both.
     *
     * @param catalogs reads the catalogue, which has the titles
     * @param fail answers with a failure
     */
    public void register(Router router, Supplier<Uni<Catalog>> catalogs, BiConsumer<RoutingContext, Throwable> fail) {
        for (FeedFormat format : FeedFormat.values()) {
            router.route(FOLDER + "/" + format.file())
                    .method(HttpMethod.GET)
                    .method(HttpMethod.HEAD)
                    .handler(request -> Uni.createFrom()
                            .item(() -> before(request.queryParams().get(BEFORE)))
                            .chain(before -> page(before.orElse(null), catalogs.get()))
                            .subscribe()
                            .with(feed -> answer(request, format, feed), failure -> fail.accept(request, failure)));
        }
    }

    /** What both are. */
    public static List<Operation> described() {
        return Arrays.stream(FeedFormat.values())
                .map(format -> Operation.get(
                                FOLDER + "/" + format.file(), format.operationId(), "Feeds", format.title())
                        .describedAs("The latest releases first; each page has a link to the next.")
                        .with(List.of(Parameter.query(
                                BEFORE,
                                "The number of a release: the page of those before it. The latest if it is left out.",
                                Schema.integer(),
                                2)))
                        .withShared("IfNoneMatch", "IfModifiedSince")
                        .answers(200, "A page of the feed.", format.contentType(), format.schema())
                        .tells(200, "ETag", "Last-Modified", "Cache-Control")
                        .answers(304, "The client has this version already.")
                        .tells(304, "ETag", "Last-Modified", "Cache-Control")
                        .refuses(400, 503))
                .flatMap(operation -> Stream.of(operation, operation.headers()))
                .toList();
    }

    private Uni<ReleaseFeed> page(@Nullable Long before, Uni<Catalog> catalog) {
        return catalog.chain(
                read -> releases.before(before, ReleaseFeed.PAGE + 1).map(page -> ReleaseFeed.of(read, page)));
    }

    private static Optional<Long> before(@Nullable String given) {
        if (given == null) {
            return Optional.empty();
        }
        if (!NUMBER.matcher(given).matches()) {
            throw ServiceException.badInput(
                    "`" + BEFORE + "` is '" + Brief.value(given) + "'; it is the number of a release.",
                    "Follow the link `next` of a page, or leave it out for the latest releases.");
        }
        return Optional.of(Long.valueOf(given));
    }

    private static void answer(RoutingContext request, FeedFormat format, ReleaseFeed feed) {
        String root = PublicRoot.of(request.request(), FOLDER);
        String query = request.request().query();
        String own = root + "/" + format.file();
        String body = format.write(
                feed,
                new FeedFormat.Addresses(
                        query == null ? own : own + "?" + query,
                        root + "/" + Catalog.DCAT,
                        feed.next() == null ? null : own + "?" + BEFORE + "=" + feed.next()));
        Validator validator = new Validator(Checksum.of(body), feed.updated());
        HttpServerResponse response = request.response()
                .putHeader("etag", validator.etag(ContentCoding.IDENTITY))
                .putHeader("last-modified", validator.lastModified())
                .putHeader("cache-control", "no-cache");
        if (Conditions.of(request.request().headers()).know(validator, ContentCoding.IDENTITY)) {
            response.setStatusCode(NOT_MODIFIED).end();
            return;
        }
        response.putHeader("content-type", format.contentType()).end(body);
    }
}
