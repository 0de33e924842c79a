package io.lancang.trade.figure;

import java.util.stream.Collectors;

/**
 * Statements that name flows and qualities, without their codes: those stand in {@link Flow} and {@link Quality} alone. A statement has
 * {@code {exports}} and {@code {imports}} for flows, {@code {estimated}} for that quality, and {@code {qualities}} for a text of the codes of all,
 * the surest first, in which the position of a code is its doubt.
 */
public final class CodeSql {
    private CodeSql() {}

    /** The statement with its codes. */
    public static String in(String sql) {
        return sql.replace("{exports}", quoted(Flow.EXPORTS.code()))
                .replace("{imports}", quoted(Flow.IMPORTS.code()))
                .replace("{estimated}", quoted(Quality.ESTIMATED.code()))
                .replace(
                        "{qualities}",
                        quoted(Quality.ofDatasets().stream().map(Quality::code).collect(Collectors.joining())));
    }

    private static String quoted(String code) {
        return "'" + code + "'";
    }
}
