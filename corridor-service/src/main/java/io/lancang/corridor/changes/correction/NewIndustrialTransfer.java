package io.lancang.corridor.changes.correction;

import io.lancang.corridor.changes.edit.Arguments;
import io.lancang.corridor.changes.edit.NewDoubt;
import io.lancang.corridor.feature.zone.Transferred;
import io.lancang.kit.error.ServiceException;
import io.lancang.kit.text.Numerals;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Input("NewIndustrialTransferInput")
@Description("A reported fact about industries that moved to Yunnan, to be added.")
public record NewIndustrialTransfer(
        @Description("Id of the zone that they moved into; left out for what is reported of Yunnan as a whole.")
        @Id
        @Nullable
        String zone,

        @Description("The company, project group or place that the fact is about.") @NonNull
        String subject,

        @Description("The industry, such as `electronics`; `all` if the fact is about all of them.") @NonNull
        String sector,

        @Description("What happened, in the words of the source.") @NonNull
        String fact,

        @Description("The year that the fact or value is of, from 1949 to 2100; left out if the source states none.")
        @Nullable
        Integer year,

        @Description("The value, not negative; with `unit`, or both left out.") @Nullable
        BigDecimal value,

        @Description("The unit of the value, such as `projects` or `CNY revenue`.") @Nullable
        String unit,

        @Description("What is doubtful about it; left out if nothing is.") @io.smallrye.graphql.api.Nullable @Nullable
        List<@NonNull NewDoubt> doubts,

        @Description("Id of the source that says so.") @Id @NonNull
        String source) {
    /** @throws ServiceException BAD_USER_INPUT for what a file of transfers would be refused for, too */
    void check() {
        Arguments.requireText("subject", subject);
        Arguments.requireText("sector", sector);
        Arguments.requireText("fact", fact);
        Arguments.checkKey("id", id());
        Arguments.refuse("year", Optional.ofNullable(year).flatMap(Transferred::faultOfYear));
        Arguments.refuse("unit", Transferred.faultOfUnit(value != null, unit != null && !unit.isBlank()));
        if (value != null && (value.signum() < 0 || !Numerals.isSane(value))) {
            throw ServiceException.badInput(
                    "`value` is " + value + "; it must not be negative, with at most " + Numerals.MOST_DIGITS
                            + " digits before its point and behind it.",
                    "Send the figure as the source gives it.");
        }
        NewDoubt.check(doubts);
    }

    /** The id that the fact has. */
    String id() {
        return Transferred.id(zone, subject, fact);
    }

    JsonObject content() {
        return new JsonObject()
                .put("zone", zone)
                .put("subject", subject)
                .put("sector", sector)
                .put("fact", fact)
                .put("year", year)
                .put("value", value == null ? null : value.toPlainString())
                .put("unit", unit)
                .put("doubts", NewDoubt.content(doubts));
    }
}
