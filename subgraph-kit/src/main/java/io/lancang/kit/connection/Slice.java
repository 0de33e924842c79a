package io.lancang.kit.connection;

import io.lancang.kit.error.ServiceException;
import java.util.List;
import java.util.function.Function;

/**
 * One page of rows, read with one row more than was asked for to know whether there is a next page.
 *
 * @param items the rows of the page
 * @param hasNextPage whether there are rows after them
 */
public record Slice<T>(List<T> items, boolean hasNextPage) {
    /** The largest page that a client may ask for. */
    public static final int LARGEST = 500;

    /** Cuts the page out of {@code rows}, which were read with limit {@code first + 1}. */
    public static <T> Slice<T> of(List<T> rows, int first) {
        return rows.size() > first ? new Slice<>(rows.subList(0, first), true) : new Slice<>(rows, false);
    }

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

    /** The page information, with cursors by {@code cursorOf}. */
    public PageInfo pageInfo(boolean hasPreviousPage, Function<T, String> cursorOf) {
        if (items.isEmpty()) {
            return new PageInfo(hasNextPage, hasPreviousPage, null, null);
        }
        return new PageInfo(
                hasNextPage, hasPreviousPage, cursorOf.apply(items.getFirst()), cursorOf.apply(items.getLast()));
    }
}
