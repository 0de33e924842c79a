package io.lancang.kit.representation;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A part of an answer that is asked for (RFC 9110, 14.1.2). */
public sealed interface ByteRange {
    /** Longer numbers are of no file. */
    Pattern ONE = Pattern.compile("bytes=[ \t]*(\\d{0,18})-(\\d{0,18})[ \t]*", Pattern.CASE_INSENSITIVE);

    /** The bytes of an answer that has so many; empty if it has none of them. */
    Optional<Span> of(long size);

    /**
     * The part that a header asks for; empty if it asks for none that can be answered as one: other units, several ranges and what is
     * no range are answered by the whole, as RFC 9110 allows.
     *
     * @param header the header {@code Range}; null for none
     */
    static Optional<ByteRange> asked(@Nullable String header) {
        Matcher range = ONE.matcher(header == null ? "" : header.strip());
        if (!range.matches()) {
            return Optional.empty();
        }
        String first = range.group(1);
        String last = range.group(2);
        if (first.isEmpty()) {
            return last.isEmpty() ? Optional.empty() : Optional.of(new Last(Long.parseLong(last)));
        }
        From from = new From(Long.parseLong(first), last.isEmpty() ? Long.MAX_VALUE : Long.parseLong(last));
        return from.first() <= from.last() ? Optional.of(from) : Optional.empty();
    }

    /**
     * From a byte on, counted from zero.
     *
     * @param last the last byte that is wanted
     */
    record From(long first, long last) implements ByteRange {
        @Override
        public Optional<Span> of(long size) {
            return first < size ? Optional.of(new Span(first, Math.min(last, size - 1))) : Optional.empty();
        }
    }

    /** So many bytes at the end. */
    record Last(long count) implements ByteRange {
        @Override
        public Optional<Span> of(long size) {
            return count > 0 && size > 0
                    ? Optional.of(new Span(Math.max(0, size - count), size - 1))
                    : Optional.empty();
        }
    }

    /** Bytes of an answer, both ends included, counted from zero. */
    record Span(long first, long last) {
        /** All of an answer. */
        public static final Span ALL = new Span(0, Long.MAX_VALUE);

        /** How many. */
        public long length() {
            return last - first + 1;
        }

        /** The header {@code Content-Range}. */
        public String header(long size) {
            return "bytes " + first + "-" + last + "/" + size;
        }
    }
}
