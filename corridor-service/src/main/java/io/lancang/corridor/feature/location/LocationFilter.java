package io.lancang.corridor.feature.location;

import io.lancang.corridor.ground.choice.Conditions;
import io.lancang.corridor.ground.choice.SearchText;
import io.lancang.corridor.ground.fact.Mode;
import io.lancang.corridor.ground.fact.Programme;
import io.lancang.corridor.ground.fact.Status;
import io.lancang.kit.argument.Choice;
import io.lancang.kit.error.ServiceException;
import io.smallrye.graphql.api.Nullable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("LocationFilterInput")
@Description("Which locations are wanted. Conditions are joined by AND; what is left out does not restrict.")
public record LocationFilter(
        @Description("Of one of these kinds.") @Nullable @org.jspecify.annotations.Nullable
        List<@NonNull LocationKind> kinds,

        @Description("In this country: ISO 3166-1 alpha-3 code.") @Id @org.jspecify.annotations.Nullable
        String partner,

        @Description("In one of these countries: ISO 3166-1 alpha-3 codes.")
        @Id
        @Nullable
        @org.jspecify.annotations.Nullable
        List<@NonNull String> partners,

        @Description("Where a segment of one of these modes begins or ends.")
        @Nullable
        @org.jspecify.annotations.Nullable
        List<@NonNull Mode> modes,

        @Description(
                "Where a segment with one of these statuses begins or ends; of one of `modes`, if those are given, too.")
        @Nullable
        @org.jspecify.annotations.Nullable
        List<@NonNull Status> statuses,

        @Description(
                "Where a segment of a corridor of one of these programmes begins or ends; of one of `modes` and with one"
                        + " of `statuses`, if those are given, too.")
        @Nullable
        @org.jspecify.annotations.Nullable
        List<@NonNull Programme> programmes,

        @Description(
                "With this text in the English or Chinese name, or in an alternate one. Neither case nor accents matter, nor"
                        + " whether words are joined by a blank or a dash.")
        @org.jspecify.annotations.Nullable
        String text,

        @Description("With coordinates within this box.") @org.jspecify.annotations.Nullable
        Box box,

        @Description("With coordinates within this circle. `near` orders by distance, too.")
        @org.jspecify.annotations.Nullable
        Circle within) {
    /** Restricts nothing. */
    public static final LocationFilter NONE = new LocationFilter(null, null, null, null, null, null, null, null, null);

    /**
     * Checks what the types cannot.
     *
     * @throws ServiceException BAD_USER_INPUT if the list is empty, the text has no word or the box is none
     */
    void check() {
        Choice.refuseEmpty("kinds", kinds);
        SearchText.check("text", text);
        area().check();
        Choice.refuseEmpty("partners", partners);
        Choice.refuseEmpty("modes", modes);
        Choice.refuseEmpty("statuses", statuses);
        Choice.refuseEmpty("programmes", programmes);
    }

    private Area area() {
        return new Area(box, within);
    }

    /** What was asked for, as conditions on {@code current_location l}. */
    Conditions conditions() {
        Conditions conditions = new Conditions();
        conditions.addIfAsked("l.kind = any(%s)", Choice.names(kinds));
        conditions.addIfAsked("l.country = %s", partner);
        conditions.addIfAsked("l.country = any(%s)", partners == null ? null : partners.toArray(String[]::new));
        if (text != null) {
            SearchText.addNamesOfLocation(conditions, text, "l.id");
        }
        area().addTo(conditions);
        addSegments(conditions);
        return conditions;
    }

    /** A location is found by what one segment has in itself, whichever of its two ends the location is. */
    private void addSegments(Conditions conditions) {
        List<String> asked = new ArrayList<>();
        if (modes != null) {
            asked.add("s.mode = any(" + conditions.parameter(Objects.requireNonNull(Choice.names(modes))) + ")");
        }
        if (statuses != null) {
            asked.add("s.status = any(" + conditions.parameter(Objects.requireNonNull(Choice.names(statuses))) + ")");
        }
        if (programmes != null) {
            asked.add("s.corridor in (select g.corridor from current_corridor_programme g where g.programme = any("
                    + conditions.parameter(Objects.requireNonNull(Choice.names(programmes))) + "))");
        }
        if (!asked.isEmpty()) {
            String sql = " from current_segment s where " + String.join(" and ", asked);
            conditions.add("l.id in (select s.from_location" + sql + " union all select s.to_location" + sql + ")");
        }
    }
}
