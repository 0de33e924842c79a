package io.lancang.kit.export;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

/** Writes one file of rows that are made, and hands it over piece by piece on one context, whatever thread makes them. */
final class MadeFeed {
    private final Context context;
    private final RowWriter writer;
    private final Function<Buffer, Future<Boolean>> taker;
    private boolean isMoreWanted;

    private MadeFeed(Context context, RowWriter writer, Function<Buffer, Future<Boolean>> taker) {
        this.context = context;
        this.writer = writer;
        this.taker = taker;
    }

    /**
     * Hands a file over. To be called on a context.
     *
     * @param taker takes a piece, and tells whether it wants more
     */
    static Future<Void> of(MadeRows rows, ExportFormat format, Function<Buffer, Future<Boolean>> taker) {
        Context context = Objects.requireNonNull(Vertx.currentContext(), "files are written on contexts");
        return new MadeFeed(context, format.writer(rows.columns()), taker).handOver(rows);
    }

    private Future<Void> handOver(MadeRows rows) {
        return UniHelper.toFuture(taken(writer::head)
                .chain(isMore -> isMore ? pieces(rows) : Uni.createFrom().voidItem())
                .chain(() ->
                        isMoreWanted ? taken(writer::tail) : Uni.createFrom().item(false))
                .replaceWithVoid());
    }

    private Uni<Void> pieces(MadeRows rows) {
        return rows.pieces()
                .emitOn(turn -> context.runOnContext(now -> turn.run()), 1)
                .onItem()
                .transformToUniAndConcatenate(piece -> taken(() -> writer.rows(piece)))
                .select()
                .first(Boolean::booleanValue)
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Boolean> taken(Supplier<Buffer> written) {
        Future<Buffer> piece = writer.isWork()
                ? context.executeBlocking(written::get).map(Objects::requireNonNull)
                : Future.succeededFuture(written.get());
        return UniHelper.toUni(piece.compose(taker)).invoke(isMore -> isMoreWanted = isMore);
    }
}
