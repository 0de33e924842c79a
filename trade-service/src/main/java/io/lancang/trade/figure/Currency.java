package io.lancang.trade.figure;

import org.eclipse.microprofile.graphql.Description;

@Description("The currencies that figures were reported or estimated in. Nothing is converted unless it is asked for.")
public enum Currency {
    @Description("US dollars, at current prices.")
    USD,
    @Description("Chinese yuan (renminbi), at current prices.")
    CNY
}
