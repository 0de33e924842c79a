package io.lancang.trade.partner;

import org.eclipse.microprofile.graphql.Description;

@Description("How a list of partners is ordered.")
public enum PartnerOrder {
    @Description("By code.")
    CODE,
    @Description("By name in English, then by code.")
    NAME
}
