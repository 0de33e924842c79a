package io.lancang.kit.connection;

import io.lancang.kit.error.ServiceException;
import java.util.List;
import java.util.function.Function;

/**
 * The items of one page.
 *
 * @param items in the order of the list
 * @param hasPreviousPage whether there are items before them
 * @param hasNextPage whether there are items after them
 */
public record Slice<T>(List<T> items, boolean hasPreviousPage, boolean hasNextPage) {
    /** The largest page that a client may ask for. */
    public static final int LARGEST = 500;

    /**
     * Checks the argument {@code first} and returns it.
     *
     * @throws ServiceException BAD_USER_INPUT outside of 1 to {@value #LARGEST}
     */
    public static int checkFirst(int first) {
        return checkSize("first", first);
    }

    /**
     * Checks an argument that says how many items are asked for and returns it.
     *
     * @param argument name of the argument, for the message
     * @throws ServiceException BAD_USER_INPUT outside of 1 to {@value #LARGEST}
     */
    public static int checkSize(String argument, int size) {
        if (size < 1 || size > LARGEST) {
            throw ServiceException.badInput(
                    "`" + argument + "` is " + size + "; it must be from 1 to " + LARGEST + ".",
                    "Ask for 1 to " + LARGEST + ".");
        }
        return size;
    }

    /** A page at the same place with what these items stand for, or those of them that still exist. */
    public <R> Slice<R> with(List<R> others) {
        return new Slice<>(others, hasPreviousPage, hasNextPage);
    }

    /** The page information, with cursors by {@code cursorOf}. */
    PageInfo pageInfo(Function<T, String> cursorOf) {
        if (items.isEmpty()) {
            return new PageInfo(hasNextPage, hasPreviousPage, null, null);
        }
        return new PageInfo(
                hasNextPage, hasPreviousPage, cursorOf.apply(items.getFirst()), cursorOf.apply(items.getLast()));
    }
}
