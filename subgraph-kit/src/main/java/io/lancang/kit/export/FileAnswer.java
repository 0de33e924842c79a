package io.lancang.kit.export;

import io.lancang.kit.representation.ByteRange;
import io.lancang.kit.representation.ByteRange.Span;
import io.lancang.kit.representation.ContentCoding;
import io.lancang.kit.representation.Packing;
import io.lancang.kit.representation.Validator;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.sqlclient.SqlConnection;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Sends one file, all of it or a part, to one client.
 *
 * @param question what the file is made of
 * @param wanted in which form the client wants it
 * @param validator which version it is
 * @param response where it is sent
 * @param sizes how large files are
 * @param config how long anybody waits for anything
 */
record FileAnswer(
        Question question,
        Wanted wanted,
        Validator validator,
        HttpServerResponse response,
        KnownSizes sizes,
        SendingConfig config) {
    private static final int NOT_MODIFIED = 304;
    private static final int PARTIAL_CONTENT = 206;

    /** What an answer needs no file for: that the client has it, or its headers alone. Empty if it needs the file. */
    Optional<Future<Void>> withoutFile(boolean isHead) {
        if (wanted.isKnown(validator)) {
            describe(wanted.coding());
            return Optional.of(response.setStatusCode(NOT_MODIFIED).end());
        }
        if (isHead) {
            begin(wanted.coding());
            return Optional.of(response.end());
        }
        return Optional.empty();
    }

    /**
     * Sends the file as an export tells how to write it.
     *
     * @param connection sees the version of the data
     */
    Future<Void> send(Export export, SqlConnection connection) {
        return wanted.partOf(validator)
                .map(part -> size(export, connection)
                        .compose(size -> size.isPresent()
                                ? part(part, size.getAsLong(), export, connection)
                                : whole(export, connection)))
                .orElseGet(() -> whole(export, connection));
    }

    private Future<Void> whole(Export export, SqlConnection connection) {
        Packing packing = Packing.of(wanted.coding());
        FileBody body = new FileBody(
                response,
                head -> {
                    export.headers().forEach(head::putHeader);
                    begin(wanted.coding());
                },
                packing,
                config.patience());
        Sink sink = new Sink(Span.ALL, body::send);
        return RowFeed.of(export, connection, sink)
                .compose(done -> body.end())
                .onSuccess(done -> sizes.keep(validator.tag(), sink.count()))
                .onComplete(done -> packing.close());
    }

    private Future<Void> part(ByteRange part, long size, Export export, SqlConnection connection) {
        @Nullable Span span = part.of(size).orElse(null);
        if (span == null) {
            return Future.failedFuture(new UnsatisfiableRangeException(size));
        }
        FileBody body = new FileBody(
                response,
                head -> {
                    describe(ContentCoding.IDENTITY);
                    head.setStatusCode(PARTIAL_CONTENT)
                            .putHeader("content-type", question.contentType())
                            .putHeader("content-range", span.header(size))
                            .putHeader("content-length", Long.toString(span.length()));
                },
                Packing.of(ContentCoding.IDENTITY),
                config.patience());
        return RowFeed.of(export, connection, new Sink(span, body::send)).compose(done -> body.end());
    }

    /** How large the file is; where that is not known it is written to nobody, for so long as that may take. */
    private Future<OptionalLong> size(Export export, SqlConnection connection) {
        OptionalLong known = sizes.of(validator.tag());
        if (known.isPresent()) {
            return Future.succeededFuture(known);
        }
        Measure measure = new Measure(config.measuring());
        return RowFeed.of(export, connection, measure).map(done -> {
            measure.size().ifPresent(size -> sizes.keep(validator.tag(), size));
            return measure.size();
        });
    }

    /** The headers of the whole file. */
    private void begin(ContentCoding coding) {
        describe(coding);
        response.putHeader("content-type", question.contentType())
                .putHeader("content-disposition", "attachment; filename=\"" + question.name() + "\"");
        if (coding != ContentCoding.IDENTITY) {
            response.putHeader("content-encoding", coding.word());
        }
        OptionalLong size = coding == ContentCoding.IDENTITY ? sizes.of(validator.tag()) : OptionalLong.empty();
        if (size.isPresent()) {
            response.putHeader("content-length", Long.toString(size.getAsLong()));
        } else {
            response.setChunked(true);
        }
    }

    /** The headers that tell which version it is; the same for each answer about it. */
    private void describe(ContentCoding coding) {
        response.putHeader("etag", validator.etag(coding))
                .putHeader("last-modified", validator.lastModified())
                .putHeader("accept-ranges", "bytes")
                .putHeader("cache-control", "no-cache")
                .putHeader("vary", "Accept-Encoding");
    }
}
