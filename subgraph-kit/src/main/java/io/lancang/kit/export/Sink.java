package io.lancang.kit.export;

import io.lancang.kit.representation.ByteRange.Span;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.function.Function;

/** Takes the pieces of a file, lets the wanted part of them through, and counts all. Of one file, used by one context at a time. */
final class Sink implements Function<Buffer, Future<Boolean>> {
    private final Span wanted;
    private final Function<Buffer, Future<Void>> further;
    private long position;

    /** @param further takes what is wanted */
    Sink(Span wanted, Function<Buffer, Future<Void>> further) {
        this.wanted = wanted;
        this.further = further;
    }

    /** How many bytes came. */
    long count() {
        return position;
    }

    @Override
    public Future<Boolean> apply(Buffer piece) {
        long first = Math.max(wanted.first() - position, 0);
        // Not one behind the last, which may be the greatest number that there is.
        long end = Math.min(wanted.last() - position, piece.length() - 1) + 1;
        position += piece.length();
        boolean isMore = position <= wanted.last();
        return first < end
                ? further.apply(piece.slice((int) first, (int) end)).map(isMore)
                : Future.succeededFuture(isMore);
    }
}
