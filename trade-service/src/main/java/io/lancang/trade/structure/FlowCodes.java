package io.lancang.trade.structure;

import io.lancang.trade.flow.FlowSelection;

/** How the database writes the flows of a selection. */
final class FlowCodes {
    private FlowCodes() {}

    static String[] of(FlowSelection flow) {
        return switch (flow) {
            case EXPORTS -> new String[] {"X"};
            case IMPORTS -> new String[] {"M"};
            case TOTAL -> new String[] {"X", "M"};
        };
    }
}
