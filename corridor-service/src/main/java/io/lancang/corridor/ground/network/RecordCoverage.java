package io.lancang.corridor.ground.network;

import io.lancang.corridor.ground.fact.Mode;
import io.lancang.corridor.ground.partner.Partner;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description(
        "How dense the record of one mode is in one country. What is not on record may exist all the same: the fewer"
                + " locations are reached, the less an answer without a way, or with a single one, says about the world.")
public record RecordCoverage(
        @Description("The country.") @NonNull Partner partner,

        @Description("The mode.") @NonNull Mode mode,

        @Description("How many locations of the country are on record.")
        int locations,

        @Description("How many of them a segment of the mode begins or ends at, whatever its status.")
        int reached,

        @Description("How many segments of the mode begin or end in the country.")
        int segments,

        @Description("How many of these segments have a length of their own that a source states.")
        int measured) {}
