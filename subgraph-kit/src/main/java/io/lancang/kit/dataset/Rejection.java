package io.lancang.kit.dataset;

import io.lancang.kit.text.Brief;

/**
 * Why one row of a file cannot be loaded.
 *
 * @param line line of the file, counted from 1, header included
 * @param column column of the file, or of the table if the rule is about the table
 * @param reason names the value and the rule
 */
public record Rejection(long line, String column, String reason) {
    public Rejection {
        column = Brief.value(column);
        reason = Brief.message(reason);
    }

    @Override
    public String toString() {
        return "line " + line + ", column " + column + ": " + reason;
    }
}
