package io.lancang.corridor.ground.page;

import java.util.List;

/**
 * An item with its place in the list.
 *
 * @param item the item
 * @param sortKey what the list is ordered by, as text
 * @param id tells items with the same sort key apart
 */
public record Keyed<T>(T item, String sortKey, String id) {
    /** What its cursor holds. */
    public List<String> keyset() {
        return List.of(sortKey, id);
    }
}
