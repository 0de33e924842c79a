package io.lancang.corridor.feature.closure;

import org.eclipse.microprofile.graphql.Description;

@Description("What a closure does to the way between two ends of a corridor.")
public enum ClosureEffect {
    @Description("The best way over the corridor's modes is as it was.")
    UNAFFECTED,
    @Description("There is another way over the corridor's modes.")
    DETOUR,
    @Description(
            "There is no way over the corridor's modes any more, and one over other modes that move goods: `otherModes`.")
    OTHER_MODES,
    @Description("There is no way any more, as far as the record knows.")
    CUT_OFF,
    @Description("There was no way over the corridor's modes before either, as far as the record knows.")
    NOT_CONNECTED
}
