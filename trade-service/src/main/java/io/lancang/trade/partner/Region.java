package io.lancang.trade.partner;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A part of the world, as partners and filters name it.")
public record Region(
        @Description("The name, as in `Partner.region`.") @NonNull
        String name,

        @Description("How many countries and economies belong to it.")
        int countries) {}
