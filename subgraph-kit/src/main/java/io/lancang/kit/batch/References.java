package io.lancang.kit.batch;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What rows refer to by a key, read at once for all of them and given in their order. */
public final class References {
    private References() {}

    /**
     * What each row refers to; null where it refers to nothing, or to what does not exist.
     *
     * @param key the key of a row; null if it refers to nothing
     * @param read reads all keys in one call; a key that does not exist is left out of its answer
     */
    public static <R, K, T> Uni<List<@Nullable T>> one(
            List<R> rows, Function<R, @Nullable K> key, Function<List<K>, Uni<Map<K, T>>> read) {
        List<K> keys = rows.stream().map(key).filter(Objects::nonNull).toList();
        return read.apply(keys).map(found -> {
            List<@Nullable T> each = new ArrayList<>();
            for (R row : rows) {
                K own = key.apply(row);
                each.add(own == null ? null : found.get(own));
            }
            return each;
        });
    }

    /**
     * All that each row refers to, in the order of its keys; what does not exist is left out.
     *
     * @param read as in {@link #one}
     */
    public static <R, K, T> Uni<List<List<T>>> many(
            List<R> rows, Function<R, List<K>> keys, Function<List<K>, Uni<Map<K, T>>> read) {
        List<K> all = rows.stream().flatMap(row -> keys.apply(row).stream()).toList();
        return read.apply(all)
                .map(found -> rows.stream()
                        .map(row -> keys.apply(row).stream()
                                .map(found::get)
                                .filter(Objects::nonNull)
                                .toList())
                        .toList());
    }
}
