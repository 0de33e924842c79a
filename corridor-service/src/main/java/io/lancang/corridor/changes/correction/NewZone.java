package io.lancang.corridor.changes.correction;

import io.lancang.corridor.changes.edit.Arguments;
import io.lancang.corridor.changes.edit.NewDoubt;
import io.lancang.corridor.feature.zone.ZoneKind;
import io.lancang.corridor.ground.fact.KeyDateEvent;
import io.lancang.corridor.ground.fact.PartialDate;
import io.lancang.corridor.ground.rule.Area;
import io.lancang.corridor.ground.rule.IdForm;
import io.lancang.corridor.ground.rule.KeyDates;
import io.lancang.kit.error.ServiceException;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Input("NewZoneInput")
@Description("A zone with all that is known of it: what is left out is not known.")
public record NewZone(
        @Description("Its id: lower-case letters and digits, joined by hyphens; a new one where it is added.")
        @Id
        @NonNull
        String id,

        @Description("Name in English.") @NonNull String name,

        @Description("Name in simplified Chinese.") @NonNull String nameZh,

        @Description("What it is.") @NonNull ZoneKind kind,

        @Description("Id of the location that it is at.") @Id @NonNull
        String location,

        @Description(
                "The one date that the source gives, written YYYY, YYYY-MM or YYYY-MM-DD, with ` (target)` behind it if it was"
                        + " announced; with `dateEvent`, or both left out.")
        @Nullable
        String date,

        @Description("What happened on the date.") @Nullable KeyDateEvent dateEvent,

        @Description("Area in square kilometres, above 0.") @Nullable
        BigDecimal areaKm2,

        @Description("What else there is to know.") @Nullable
        String note,

        @Description("What is doubtful about it; left out if nothing is.") @io.smallrye.graphql.api.Nullable @Nullable
        List<@NonNull NewDoubt> doubts,

        @Description("Id of the source that says so.") @Id @NonNull
        String source) {
    /** @throws ServiceException BAD_USER_INPUT for what a file of zones would be refused for, too */
    void check() {
        Arguments.refuse("id", IdForm.faultOf(id));
        Arguments.requireText("name", name);
        Arguments.requireText("nameZh", nameZh);
        PartialDate.checkArgument("date", date);
        Arguments.refuse("dateEvent", KeyDates.faultOf(date != null, dateEvent != null));
        Arguments.refuse("areaKm2", Optional.ofNullable(areaKm2).flatMap(Area::faultOf));
        NewDoubt.check(doubts);
    }

    JsonObject content() {
        return new JsonObject()
                .put("name", name)
                .put("nameZh", nameZh)
                .put("kind", kind.name())
                .put("location", location)
                .put("date", date)
                .put("dateEvent", dateEvent == null ? null : dateEvent.name())
                .put("areaKm2", areaKm2 == null ? null : areaKm2.toPlainString())
                .put("note", note)
                .put("doubts", NewDoubt.content(doubts));
    }
}
