package io.lancang.trade.selection;

import io.vertx.mutiny.sqlclient.Tuple;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;

/** Collects the parameters of a statement that is written piece by piece. Belongs to one statement and one thread. */
public final class SqlParameters {
    private final Tuple tuple = Tuple.tuple();

    /** Adds texts and returns how the statement names them. */
    public String add(Collection<String> texts) {
        tuple.addArrayOfString(texts.toArray(String[]::new));
        return "$" + tuple.size() + "::text[]";
    }

    /** Adds numbers and returns how the statement names them. */
    public String addNumbers(Collection<Integer> numbers) {
        tuple.addArrayOfInteger(numbers.toArray(Integer[]::new));
        return "$" + tuple.size() + "::int[]";
    }

    /** Adds a text and returns how the statement names it. */
    public String add(String text) {
        tuple.addString(text);
        return "$" + tuple.size() + "::text";
    }

    /** Adds a number and returns how the statement names it. */
    public String add(int number) {
        tuple.addInteger(number);
        return "$" + tuple.size() + "::int";
    }

    /** Adds an amount and returns how the statement names it. */
    public String add(BigDecimal amount) {
        tuple.addBigDecimal(amount);
        return "$" + tuple.size() + "::numeric";
    }

    /** Adds a day and returns how the statement names it. */
    public String add(LocalDate day) {
        tuple.addLocalDate(day);
        return "$" + tuple.size() + "::date";
    }

    /** What was added, to execute the statement with. */
    public Tuple tuple() {
        return tuple;
    }
}
