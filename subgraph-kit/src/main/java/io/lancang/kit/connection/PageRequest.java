package io.lancang.kit.connection;

import io.lancang.kit.error.ServiceException;
import org.jspecify.annotations.Nullable;

/**
 * The four arguments of a connection, as a client gives them. A page is read forwards, by {@code first} and {@code after}, or
 * backwards, by {@code last} and {@code before}.
 */
public record PageRequest(
        @Nullable Integer first,
        @Nullable String after,
        @Nullable Integer last,
        @Nullable String before) {
    /** How many items a page has where a client does not say. */
    public static final int USUAL = 50;

    /** How many of them where items are small. */
    public static final int USUAL_OF_MANY = 100;

    /** What the argument {@code first} means, with a page of {@link #USUAL} items. */
    public static final String FIRST =
            "How many from the beginning, or behind `after`, from 1 to 500; 50 if `last` is left out, too.";

    /** The same with a page of {@link #USUAL_OF_MANY} items. */
    public static final String FIRST_OF_MANY =
            "How many from the beginning, or behind `after`, from 1 to 500; 100 if `last` is left out, too.";

    /** What the argument {@code after} means. */
    public static final String AFTER =
            "The cursor of the item before the page, given by the same filter and order; goes with `first`.";

    /** What the argument {@code last} means. */
    public static final String LAST =
            "How many from the end, or in front of `before`, from 1 to 500, in place of `first`. The page itself has the order of"
                    + " the list.";

    /** What the argument {@code before} means. */
    public static final String BEFORE =
            "The cursor of the item behind the page, given by the same filter and order; goes with `last`.";

    /**
     * Which page of a list this is.
     *
     * @param usual how many items it has if the client does not say
     * @throws ServiceException BAD_USER_INPUT as {@link #check} says
     */
    public PageArguments of(CursorScope scope, int usual) {
        check();
        return switch (direction()) {
            case FORWARDS -> new PageArguments(scope, Direction.FORWARDS, first == null ? usual : first, after);
            case BACKWARDS -> new PageArguments(scope, Direction.BACKWARDS, last == null ? usual : last, before);
        };
    }

    /**
     * Checks what can be checked without the list.
     *
     * @throws ServiceException BAD_USER_INPUT for both directions at once, and for a size that no page has
     */
    public void check() {
        if (direction() == Direction.BACKWARDS && (first != null || after != null)) {
            throw ServiceException.badInput(
                    "A page is read by `first` and `after` or by `last` and `before`; arguments of both are given.",
                    "Leave those of one direction out, or send null.");
        }
        if (first != null) {
            Slice.checkFirst(first);
        }
        if (last != null) {
            Slice.checkSize("last", last);
        }
    }

    private Direction direction() {
        return last == null && before == null ? Direction.FORWARDS : Direction.BACKWARDS;
    }
}
