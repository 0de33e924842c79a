package io.lancang.trade.export;

import io.vertx.sqlclient.Tuple;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tells rows of the table in the words of files. A word is looked up when the code is another than that of the row before. Used by one
 * thread at a time.
 */
final class FlowRows {
    private final List<FlowColumn> columns;
    private final @Nullable Object[] codes;
    private final @Nullable Object[] told;
    /** One for all rows, since they are written one after the other. */
    private final Tuple row;

    FlowRows(List<FlowColumn> columns) {
        this.columns = columns;
        this.codes = new Object[columns.size()];
        this.told = new Object[columns.size()];
        this.row = Tuple.wrap(Arrays.asList(told));
    }

    /** The rows in words; each is the same tuple, which holds what it says until the next is asked for. */
    Iterable<Tuple> of(Iterable<? extends Tuple> rows) {
        return () -> {
            Iterator<? extends Tuple> found = rows.iterator();
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return found.hasNext();
                }

                @Override
                public Tuple next() {
                    tell(found.next());
                    return row;
                }
            };
        };
    }

    private void tell(Tuple found) {
        for (int column = 0; column < told.length; column++) {
            Object value = found.getValue(column);
            Function<Object, String> words = columns.get(column).words();
            if (words == null) {
                told[column] = value;
            } else if (value == null) {
                told[column] = null;
                codes[column] = null;
            } else if (!value.equals(codes[column])) {
                told[column] = words.apply(value);
                codes[column] = value;
            }
        }
    }
}
