package io.lancang.trade.selection;

import io.lancang.kit.history.Vantage;
import io.lancang.trade.figure.Gap;
import io.lancang.trade.figure.GapReason;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says why a list is empty, for the field that a list has beside it and that ends in {@code Gap}: an empty list would read as nothing
 * that happened. One statement, asked only where a list is empty.
 */
@Singleton
public class EmptyListRepository {
    private final Pool pool;

    EmptyListRepository(Pool pool) {
        this.pool = pool;
    }

    /**
     * What a list is of.
     *
     * @param what how a sentence names it, such as {@code quoted shares of members}
     * @param table its table
     * @param year the year of a row {@code t}, as an expression
     * @param condition what else a row has to be, as a condition with parameters from $1 on
     * @param parameters the parameters of the condition
     */
    public record Kind(String what, String table, String year, String condition, List<String> parameters) {
        /** All of a table that has years. */
        public static Kind ofYears(String what, String table) {
            return new Kind(what, table, "t.year", "true", List.of());
        }
    }

    /** The years that are asked for; null for no bound. */
    public record Years(@Nullable Integer from, @Nullable Integer to) {
        /** Any year. */
        public static final Years ANY = new Years(null, null);

        private boolean overlap(int first, int last) {
            return (from == null || from <= last) && (to == null || to >= first);
        }
    }

    /** Why a list is empty; null if it is not. */
    public Uni<@Nullable Gap> gapOf(List<?> list, Kind kind, Years years, Vantage vantage) {
        return list.isEmpty()
                ? why(kind, years, vantage).map(gap -> (@Nullable Gap) gap)
                : Uni.createFrom().nullItem();
    }

    /** Why nothing of a kind is found. */
    public Uni<Gap> why(Kind kind, Years years, Vantage vantage) {
        String sql = "select min(" + kind.year() + ")::int as first, max(" + kind.year() + ")::int as last from "
                + kind.table() + " t where " + vantage.sees("t") + " and " + kind.condition();
        return pool.preparedQuery(sql)
                .execute(Tuple.tuple(List.copyOf(kind.parameters())))
                .map(rows -> gapOf(kind, years, rows.iterator().next()));
    }

    private static Gap gapOf(Kind kind, Years years, Row row) {
        Integer first = row.getInteger("first");
        Integer last = row.getInteger("last");
        if (first == null || last == null) {
            return Gap.of(GapReason.NOT_COVERED, "Nothing is found: no dataset has " + kind.what() + ".");
        }
        String there = "Nothing is found: there are " + kind.what() + " from " + first + " to " + last;
        return years.overlap(first, last)
                ? Gap.of(
                        GapReason.NOT_REPORTED,
                        there + ", and none of them is what is asked for, which does not mean zero.")
                : Gap.of(GapReason.NOT_COVERED, there + ", and of no other years.");
    }
}
