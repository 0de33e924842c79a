package io.lancang.corridor.feature.corridor;

import org.eclipse.microprofile.graphql.Description;

@Description("Where the length of a corridor is from.")
public enum LengthBasis {
    @Description("A source states the length of the whole corridor.")
    STATED,
    @Description("The sum of the segments whose lengths are known; `coverage` says how many those are.")
    SUM_OF_SEGMENTS
}
