package io.lancang.trade.figure;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;

/** Which flow a comparison is about. */
@Description("Which flow a comparison is about.")
public enum FlowSelection {
    @Description("The reporter's exports to the partner, FOB.")
    EXPORTS(Flow.EXPORTS.code(), List.of(Flow.EXPORTS)),
    @Description("The reporter's imports from the partner, CIF.")
    IMPORTS(Flow.IMPORTS.code(), List.of(Flow.IMPORTS)),
    @Description("Exports and imports together.")
    TOTAL("T", List.of(Flow.EXPORTS, Flow.IMPORTS));

    private final String code;
    private final List<Flow> flows;

    FlowSelection(String code, List<Flow> flows) {
        this.code = code;
        this.flows = flows;
    }

    /** How the database writes what is quoted of it. */
    public String code() {
        return code;
    }

    /** How the database writes the flows that it consists of. */
    public String[] flowCodes() {
        return flows.stream().map(Flow::code).toArray(String[]::new);
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
