package io.lancang.trade.structure;

import io.lancang.trade.figure.FlowSelection;
import io.lancang.trade.flow.AlikeSet;
import io.lancang.trade.flow.Terms;

/**
 * Whose diversification is asked for.
 *
 * @param alike whose shares are compared
 * @param from the earlier year
 * @param to the later year
 * @param top how many gains and losses to name
 */
record DiversificationKey(AlikeSet alike, int from, int to, Terms terms, FlowSelection flow, int top) {
    /** What a statement is the same for. */
    record Arguments(int from, int to, Terms terms, FlowSelection flow) {}

    Arguments arguments() {
        return new Arguments(from, to, terms, flow);
    }
}
