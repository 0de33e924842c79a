package io.lancang.trade.province;

import org.eclipse.microprofile.graphql.Description;

/** What a quoted figure of a province is about. */
@Description("What a quoted figure of a province is about.")
public enum ProvincialFlow {
    @Description("Exports of goods.")
    EXPORTS,
    @Description("Imports of goods.")
    IMPORTS,
    @Description("Exports and imports of goods together.")
    TOTAL,
    @Description("Exports and imports of services together.")
    SERVICES;

    /** The flow that the database writes so. */
    static ProvincialFlow ofCode(String code) {
        return switch (code) {
            case "X" -> EXPORTS;
            case "M" -> IMPORTS;
            case "T" -> TOTAL;
            case "S" -> SERVICES;
            default -> throw new IllegalArgumentException("There is no flow '" + code + "'.");
        };
    }
}
