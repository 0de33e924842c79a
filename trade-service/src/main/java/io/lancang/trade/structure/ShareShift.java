package io.lancang.trade.structure;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** How the share of one partner moved. */
@Description("How the share of one partner moved between two years.")
public record ShareShift(
        @Description("Code of the partner.") @Id @NonNull String code,

        @Description("Share in the earlier year, in percent.")
        double earlierShare,

        @Description("Share in the later year, in percent.") double share,

        @Description("Later minus earlier share, in percentage points.")
        double change) {}
