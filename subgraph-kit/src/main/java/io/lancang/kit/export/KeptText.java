package io.lancang.kit.export;

import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is written for the values of a column: codes and words come again row after row, and are written once. Used by one thread at a time. */
final class KeptText {
    private final Function<@Nullable Object, String> written;
    private @Nullable Object last;
    private String text;

    /** @param written tells what is written for a value */
    KeptText(Function<@Nullable Object, String> written) {
        this.written = written;
        this.text = written.apply(null);
    }

    String of(@Nullable Object value) {
        if (!isSame(value)) {
            text = written.apply(value);
            last = value;
        }
        return text;
    }

    /** Objects of JSON are not among them: they are equal whatever the order of their members. Nor are decimals, which seldom come again. */
    private boolean isSame(@Nullable Object value) {
        return switch (value) {
            case String _, Boolean _, Short _, Integer _, Long _ -> Objects.equals(value, last);
            case null -> last == null;
            default -> false;
        };
    }
}
