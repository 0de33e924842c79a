package io.lancang.corridor.changes.network;

import io.lancang.corridor.changes.edit.NewDoubt;
import io.lancang.corridor.ground.fact.Mode;
import io.lancang.corridor.ground.fact.Status;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Input("NewSegmentInput")
@Description("A segment to be added.")
public record NewSegment(
        @Description("A new id: lower-case letters and digits, joined by hyphens.") @Id @NonNull
        String id,

        @Description("Id of the corridor that it is a piece of.") @Id @NonNull
        String corridor,

        @Description("Id of the location that it begins at.") @Id @NonNull
        String from,

        @Description("Id of the location that it ends at.") @Id @NonNull
        String to,

        @Description(
                "Id of the segment of the corridor that it comes before in the order; behind the last one if left out.")
        @Id
        @Nullable
        String before,

        @Description("How goods, people, energy or data move over it.") @NonNull
        Mode mode,

        @Description("Its name, in English.") @NonNull String name,

        @Description("Length in kilometres, above 0.") @Nullable
        Double lengthKm,

        @Description("Gauge, electrification, lanes, speed, voltage: as the source writes them.") @Nullable
        String spec,

        @Description("What it can carry, with unit, as the source writes it.") @Nullable
        String capacity,

        @Description("How far it has come.") @NonNull Status status,

        @Description(
                "When it opened or is to open: YYYY, YYYY-MM or YYYY-MM-DD, with `(target)` or `(planned)` behind it"
                        + " if it was announced.")
        @Nullable
        String opened,

        @Description("What it cost or is to cost, with currency, as the source writes it.") @Nullable
        String cost,

        @Description("What else there is to know.") @Nullable
        String note,

        @Description("The status in the words of the source; that of `status` in plain words if left out.") @Nullable
        String statusNote,

        @Description(
                "Ids of the segments that it is the whole of or runs beside, so that its length is not added; left out for a"
                        + " part. As a rule they are of the same corridor.")
        @io.smallrye.graphql.api.Nullable
        @Nullable
        @Id
        List<@NonNull String> wholeOf,

        @Description(
                "Id of the segment of another corridor that is the same line, and counts in totals over corridors.")
        @Id
        @Nullable
        String countedIn,

        @Description("What is doubtful about it; left out if nothing is.") @io.smallrye.graphql.api.Nullable @Nullable
        List<@NonNull NewDoubt> doubts,

        @Description("Id of the source that says so.") @Id @NonNull
        String source) {
    /** The segments that it is the whole of; none if it is a part. */
    List<String> parts() {
        return wholeOf == null ? List.of() : wholeOf;
    }

    /** Its length; null if none is given. */
    @Nullable
    BigDecimal km() {
        return lengthKm == null ? null : BigDecimal.valueOf(lengthKm);
    }
}
