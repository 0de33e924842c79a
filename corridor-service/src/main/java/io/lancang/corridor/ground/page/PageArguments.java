package io.lancang.corridor.ground.page;

import io.lancang.kit.connection.CursorScope;
import io.lancang.kit.connection.PageInfo;
import io.lancang.kit.connection.Slice;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
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
    public PageArguments {
        Slice.checkFirst(first);
    }

    /** The keyset of the item before the page; null on the first page. */
    public @Nullable List<String> keyset() {
        return after == null ? null : scope.decode(after);
    }

    /** Adds the parameters that {@link KeysetPage#sql} wants behind those of the list. */
    public Tuple addTo(Tuple parameters) {
        List<String> keyset = keyset();
        if (keyset == null) {
            return parameters.addValue(null).addValue(null).addValue(first + 1);
        }
        return parameters.addValue(keyset.get(0)).addValue(keyset.get(1)).addValue(first + 1);
    }

    /** The cursor of an item. */
    public String cursor(Keyed<?> item) {
        return scope.encode(item.keyset());
    }

    /** Where the page stands in its list. */
    public <T> PageInfo pageInfo(KeysetPage<T> page) {
        return pageInfo(page.slice());
    }

    /** As {@link #pageInfo(KeysetPage)}, for items alone. */
    public <T> PageInfo pageInfo(Slice<Keyed<T>> slice) {
        return slice.pageInfo(after != null, this::cursor);
    }
}
