package io.lancang.trade.province;

import io.lancang.trade.figure.FlowSelection;
import org.eclipse.microprofile.graphql.Description;

@Description("What a quoted figure of a province is about.")
public enum ProvincialFlow {
    @Description("Exports of goods.")
    EXPORTS(FlowSelection.EXPORTS.code()),
    @Description("Imports of goods.")
    IMPORTS(FlowSelection.IMPORTS.code()),
    @Description("Exports and imports of goods together.")
    TOTAL(FlowSelection.TOTAL.code()),
    @Description("Exports and imports of services together.")
    SERVICES("S");

    private final String code;

    ProvincialFlow(String code) {
        this.code = code;
    }

    /** How the database writes it. */
    public String code() {
        return code;
    }

    /** The flow that the database writes so. */
    static ProvincialFlow ofCode(String code) {
        for (ProvincialFlow flow : values()) {
            if (flow.code.equals(code)) {
                return flow;
            }
        }
        throw new IllegalArgumentException("There is no flow '" + code + "'.");
    }
}
