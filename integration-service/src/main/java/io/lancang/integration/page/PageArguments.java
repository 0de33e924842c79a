package io.lancang.integration.page;

import io.lancang.kit.connection.CursorScope;
import io.lancang.kit.connection.PageInfo;
import io.lancang.kit.connection.Slice;
import io.lancang.kit.error.ServiceException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is wanted.
 *
 * @param scope the list that a cursor must belong to
 * @param first how many items
 * @param after the cursor of the item before the page, or null for the first page
 */
public record PageArguments(
        CursorScope scope, int first, @Nullable String after) {
    /** @throws ServiceException BAD_USER_INPUT for a size that no page has */
    public PageArguments {
        Slice.checkFirst(first);
    }

    /** The keyset of the item before the page; null on the first page. */
    public @Nullable List<String> keyset() {
        return after == null ? null : scope.decode(after);
    }

    /** The cursor of an item with this keyset. */
    public String cursor(List<String> keyset) {
        return scope.encode(keyset);
    }

    /** Where the page stands in its list. */
    public <T> PageInfo pageInfo(Slice<T> slice, Function<T, List<String>> keyset) {
        return slice.pageInfo(after != null, item -> cursor(keyset.apply(item)));
    }

    /** A moment of a keyset, or a number of one by {@code Long::valueOf}: one that was made up is refused as the cursor that it is. */
    public <T> T read(String part, Function<String, T> reader) {
        try {
            return reader.apply(part);
        } catch (DateTimeException | NumberFormatException madeUp) {
            throw ServiceException.badInput(
                    "'" + after + "' is no cursor.", "Send `after` as it was given in `endCursor` or `cursor`.");
        }
    }

    /** As {@link #read(String, Function)}, of a moment. */
    public OffsetDateTime moment(String part) {
        return read(part, OffsetDateTime::parse);
    }
}
