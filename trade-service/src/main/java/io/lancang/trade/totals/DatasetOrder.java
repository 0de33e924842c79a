package io.lancang.trade.totals;

/**
 * A dataset whose figures count in totals, at one moment. Of several that have a figure, the first in order is served.
 *
 * @param number its number in the table {@code dataset}
 * @param precedence its place, the lowest first; of two with the same, the lower number
 */
record DatasetOrder(int number, int precedence) implements Comparable<DatasetOrder> {
    /** The place of a dataset without a precedence, where it counts all the same. */
    static DatasetOrder last(int number) {
        return new DatasetOrder(number, Integer.MAX_VALUE);
    }

    @Override
    public int compareTo(DatasetOrder other) {
        return precedence == other.precedence
                ? Integer.compare(number, other.number)
                : Integer.compare(precedence, other.precedence);
    }
}
