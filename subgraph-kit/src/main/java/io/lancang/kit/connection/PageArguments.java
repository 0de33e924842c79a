package io.lancang.kit.connection;

import io.lancang.kit.error.ServiceException;
import java.time.DateTimeException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is wanted.
 *
 * @param scope the list that a cursor must belong to
 * @param direction from which end it is read
 * @param size how many items it has at most
 * @param cursor of the item that the page lies beyond; null for the page at the end of the list
 */
public record PageArguments(
        CursorScope scope,
        Direction direction,
        int size,
        @Nullable String cursor) {
    /** How many rows to read: one more than the page has, to know whether there are others beyond it. */
    public int limit() {
        return size + 1;
    }

    /** The keyset of the item that the page lies beyond; null for the page at the end of the list. */
    public @Nullable List<String> keyset() {
        return cursor == null ? null : scope.decode(cursor);
    }

    /** The cursor of an item with this keyset. */
    public String cursor(List<String> keyset) {
        return scope.encode(keyset);
    }

    /**
     * The page of these rows.
     *
     * @param rows as they were read: in the direction of the page, and {@link #limit} of them at most
     */
    public <T> Slice<T> slice(List<T> rows) {
        boolean goesOn = rows.size() > size;
        List<T> items = direction.inListOrder(goesOn ? rows.subList(0, size) : rows);
        // The item of the cursor lies on the near side of the page.
        boolean hasCursor = cursor != null;
        return switch (direction) {
            case FORWARDS -> new Slice<>(items, hasCursor, goesOn);
            case BACKWARDS -> new Slice<>(items, goesOn, hasCursor);
        };
    }

    /** Where a page of items with these keysets stands in its list. */
    public <T> PageInfo pageInfo(Slice<T> slice, Function<T, List<String>> keyset) {
        return slice.pageInfo(item -> cursor(keyset.apply(item)));
    }

    /**
     * A part of the keyset as what it stands for.
     *
     * @param reader fails with {@link DateTimeException} or {@link NumberFormatException} for what was made up
     * @throws ServiceException BAD_USER_INPUT for what was made up
     */
    public <T> T read(String part, Function<String, T> reader) {
        try {
            return reader.apply(part);
        } catch (DateTimeException | NumberFormatException madeUp) {
            throw CursorScope.malformed(String.valueOf(cursor));
        }
    }
}
