package io.lancang.trade.figure;

import org.eclipse.microprofile.graphql.Description;

@Description("Which flow a comparison is about.")
public enum FlowSelection {
    @Description("The reporter's exports to the partner, FOB.")
    EXPORTS(Flow.EXPORTS.code()),
    @Description("The reporter's imports from the partner, CIF.")
    IMPORTS(Flow.IMPORTS.code()),
    @Description("Exports and imports together.")
    TOTAL("T");

    private final String code;

    FlowSelection(String code) {
        this.code = code;
    }

    /** How the database writes what is quoted of it. */
    public String code() {
        return code;
    }

    /** How the database writes the flows that it consists of. */
    public String[] flowCodes() {
        return switch (this) {
            case EXPORTS -> new String[] {Flow.EXPORTS.code()};
            case IMPORTS -> new String[] {Flow.IMPORTS.code()};
            case TOTAL -> new String[] {Flow.EXPORTS.code(), Flow.IMPORTS.code()};
        };
    }

    /** The selection that the database writes so. */
    public static FlowSelection ofCode(String code) {
        for (FlowSelection selection : values()) {
            if (selection.code.equals(code)) {
                return selection;
            }
        }
        throw new IllegalArgumentException("There is no flow '" + code + "'.");
    }
}
