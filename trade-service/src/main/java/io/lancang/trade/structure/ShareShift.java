package io.lancang.trade.structure;

import io.lancang.kit.history.Vantage;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * How the share of one partner moved.
 *
 * @param seen from when, which also says what the partner was called
 */
@Description("How the share of one partner moved between two years.")
public record ShareShift(
        @Description("Code of the partner.") @Id @NonNull String code,

        @Description("Share in the earlier year, in percent.")
        double earlierShare,

        @Description("Share in the later year, in percent.") double share,

        @Description("Later minus earlier share, in percentage points.")
        double change,

        @Ignore Vantage seen) {}
