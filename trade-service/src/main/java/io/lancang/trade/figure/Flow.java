package io.lancang.trade.figure;

import org.eclipse.microprofile.graphql.Description;

/** In which direction goods go, as the reporter sees it. */
@Description("In which direction goods go, as the reporter sees it.")
public enum Flow {
    @Description("Goods that leave the reporter, re-exports included.")
    EXPORTS("X"),
    @Description("Goods that enter the reporter, re-imports included.")
    IMPORTS("M"),
    @Description("Foreign goods that leave again; a part of the exports, where a dataset tells them.")
    RE_EXPORTS("x"),
    @Description("The reporter's own goods that come back; a part of the imports, where a dataset tells them.")
    RE_IMPORTS("m");

    private final String code;

    Flow(String code) {
        this.code = code;
    }

    /** How the database writes it. */
    public String code() {
        return code;
    }

    /** The flow that the database writes so. */
    public static Flow ofCode(String code) {
        for (Flow flow : values()) {
            if (flow.code.equals(code)) {
                return flow;
            }
        }
        throw new IllegalArgumentException("There is no flow '" + code + "'.");
    }
}
