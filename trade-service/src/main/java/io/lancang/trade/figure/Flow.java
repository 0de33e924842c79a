package io.lancang.trade.figure;

import org.eclipse.microprofile.graphql.Description;

@Description("In which direction goods go, as the reporter sees it.")
public enum Flow {
    @Description("Goods that leave the reporter, re-exports included.")
    EXPORTS("X", "EXPORT"),
    @Description("Goods that enter the reporter, re-imports included.")
    IMPORTS("M", "IMPORT"),
    @Description("Foreign goods that leave again; a part of the exports, where a dataset reports them.")
    RE_EXPORTS("x", "RE_EXPORT"),
    @Description("The reporter's own goods that come back; a part of the imports, where a dataset reports them.")
    RE_IMPORTS("m", "RE_IMPORT");

    private final String code;
    private final String word;

    Flow(String code, String word) {
        this.code = code;
        this.word = word;
    }

    /** How the database writes it. */
    public String code() {
        return code;
    }

    /** How this service's own format of files writes it. */
    public String word() {
        return word;
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
