package io.lancang.federation.operation.input;

import io.lancang.federation.operation.message.Shortened;
import org.jspecify.annotations.Nullable;

/**
 * Where a value is inside of its variable. Each step is one small object, and the text is made only for the value that does not
 * fit: texts of all paths would take memory with the square of the nesting.
 *
 * @param parent null for the variable itself
 * @param field the field of an input object; null for an item of a list
 * @param index of an item of a list
 */
public record InputPath(
        @Nullable InputPath parent, @Nullable String field, int index) {
    /** The variable itself. */
    public static final InputPath ROOT = new InputPath(null, null, 0);

    private static final int SHOWN_CHARACTERS = 200;

    InputPath item(int itemIndex) {
        return new InputPath(this, null, itemIndex);
    }

    InputPath field(String name) {
        return new InputPath(this, name, 0);
    }

    /** Empty, or like {@code .filter.codes[1]}. */
    String text() {
        StringBuilder text = new StringBuilder();
        append(text);
        return Shortened.quote(text.toString(), SHOWN_CHARACTERS);
    }

    private void append(StringBuilder text) {
        if (parent == null) {
            return;
        }
        parent.append(text);
        if (field == null) {
            text.append('[').append(index).append(']');
        } else {
            text.append('.').append(field);
        }
    }
}
