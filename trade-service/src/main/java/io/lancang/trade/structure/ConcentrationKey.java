package io.lancang.trade.structure;

import io.lancang.trade.flow.Dimension;
import io.lancang.trade.flow.FlowSelection;
import io.lancang.trade.flow.Subject;
import io.lancang.trade.flow.Terms;

/** Whose concentration is asked for, in which year and terms, over what and of which flow. */
record ConcentrationKey(Subject subject, int year, Terms terms, Dimension by, FlowSelection flow) {
    /** What a statement is the same for. */
    record Arguments(Terms terms, Dimension by, FlowSelection flow) {}

    Arguments arguments() {
        return new Arguments(terms, by, flow);
    }
}
