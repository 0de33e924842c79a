package io.lancang.trade.flow;

import org.eclipse.microprofile.graphql.Description;

@Description("Which members a bloc is computed from. The reporter itself, where it is a member, is left out.")
public enum Composition {
    @Description("In each year those who belonged to the bloc on 31 December of it.")
    AS_OF_YEAR,
    @Description("In every year those who belong to the bloc today.")
    CURRENT,
    @Description("In every year the same: those who belonged to the bloc on 31 December of the year `membersOf`. In a"
            + " comparison that year is the later of the two if it is left out, and a member counts only if it has a"
            + " figure of both.")
    LIKE_FOR_LIKE
}
