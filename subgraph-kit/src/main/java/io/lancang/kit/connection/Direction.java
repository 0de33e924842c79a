package io.lancang.kit.connection;

import java.util.List;

/** From which end of a list a page is read. */
public enum Direction {
    /** From its beginning, or from behind the cursor {@code after}. */
    FORWARDS("after", ">", ""),
    /** From its end, or from before the cursor {@code before}. */
    BACKWARDS("before", "<", " desc");

    private final String cursorArgument;
    private final String beyond;
    private final String order;

    Direction(String cursorArgument, String beyond, String order) {
        this.cursorArgument = cursorArgument;
        this.beyond = beyond;
        this.order = order;
    }

    /** The argument with the cursor that pages in this direction begin at. */
    public String cursorArgument() {
        return cursorArgument;
    }

    /** The operator of SQL between the keyset of an item and that of the cursor, for a list in ascending order. */
    public String beyond() {
        return beyond;
    }

    /** What follows each column of the order in SQL, for a list in ascending order. */
    public String order() {
        return order;
    }

    /** The other one. A list in descending order is read in this direction by the SQL of the opposite one. */
    public Direction opposite() {
        return switch (this) {
            case FORWARDS -> BACKWARDS;
            case BACKWARDS -> FORWARDS;
        };
    }

    /** What was read in this direction, in the order of the list. */
    <T> List<T> inListOrder(List<T> read) {
        return switch (this) {
            case FORWARDS -> read;
            case BACKWARDS -> read.reversed();
        };
    }
}
