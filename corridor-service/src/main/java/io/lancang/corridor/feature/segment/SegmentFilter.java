package io.lancang.corridor.feature.segment;

import io.lancang.corridor.feature.location.Area;
import io.lancang.corridor.feature.location.Box;
import io.lancang.corridor.feature.location.Circle;
import io.lancang.corridor.ground.choice.Conditions;
import io.lancang.corridor.ground.choice.CostRange;
import io.lancang.corridor.ground.choice.DateRange;
import io.lancang.corridor.ground.choice.SearchText;
import io.lancang.corridor.ground.fact.Mode;
import io.lancang.corridor.ground.fact.Programme;
import io.lancang.corridor.ground.fact.Status;
import io.lancang.kit.argument.Choice;
import io.lancang.kit.error.ServiceException;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("SegmentFilterInput")
@Description("Which segments are wanted. Conditions are joined by AND; what is left out does not restrict.")
public record SegmentFilter(
        @Description("Of one of these corridors: ids. One that does not exist has none.")
        @Id
        @Nullable
        @org.jspecify.annotations.Nullable
        List<@NonNull String> corridors,

        @Description("Of one of these modes.") @Nullable @org.jspecify.annotations.Nullable
        List<@NonNull Mode> modes,

        @Description("With one of these statuses.") @Nullable @org.jspecify.annotations.Nullable
        List<@NonNull Status> statuses,

        @Description("Beginning or ending in one of these countries: ISO 3166-1 alpha-3 codes.")
        @Id
        @Nullable
        @org.jspecify.annotations.Nullable
        List<@NonNull String> partners,

        @Description("Whether they lead from one country into another.") @org.jspecify.annotations.Nullable
        Boolean crossesBorder,

        @Description("Of a corridor of one of these programmes.") @Nullable @org.jspecify.annotations.Nullable
        List<@NonNull Programme> programmes,

        @Description(
                "With this text in the name, in an alternate one or in the note. Neither case nor accents matter, nor"
                        + " whether words are joined by a blank or a dash.")
        @org.jspecify.annotations.Nullable
        String text,

        @Description("Beginning or ending within this box.") @org.jspecify.annotations.Nullable
        Box box,

        @Description("Beginning or ending within this circle; in the box, too, if one is given.")
        @org.jspecify.annotations.Nullable
        Circle within,

        @Description(
                "Opened or, by the last statement that gives a date, to open within this range. A date of which only the"
                        + " month or year is known counts if all of that month or year lies in the range; one that is only not to be before"
                        + " or after a day does not, nor does what has no date, not even in `{}`.")
        @org.jspecify.annotations.Nullable
        DateRange opensBetween,

        @Description("With a cost that is stated in this range, as `costStated` gives it.")
        @org.jspecify.annotations.Nullable
        CostRange cost) {
    /** Restricts nothing. */
    static final SegmentFilter NONE =
            new SegmentFilter(null, null, null, null, null, null, null, null, null, null, null);

    /**
     * Checks what the types cannot.
     *
     * @throws ServiceException BAD_USER_INPUT if a range is inverted, a list is empty, the text has no word, or an area is none
     */
    void check() {
        Choice.refuseEmpty("corridors", corridors);
        Choice.refuseEmpty("modes", modes);
        Choice.refuseEmpty("statuses", statuses);
        Choice.refuseEmpty("partners", partners);
        Choice.refuseEmpty("programmes", programmes);
        SearchText.check("text", text);
        area().check();
        if (opensBetween != null) {
            opensBetween.check("opensBetween");
        }
        if (cost != null) {
            cost.check("cost");
        }
    }

    private Area area() {
        return new Area(box, within);
    }

    /** What was asked for, as conditions on {@code current_segment s}. */
    Conditions conditions() {
        Conditions conditions = new Conditions();
        conditions.addIfAsked("s.corridor = any(%s)", array(corridors));
        conditions.addIfAsked("s.mode = any(%s)", Choice.names(modes));
        conditions.addIfAsked("s.status = any(%s)", Choice.names(statuses));
        conditions.addIfAsked(
                "s.corridor in (select g.corridor from current_corridor_programme g where g.programme = any(%s))",
                Choice.names(programmes));
        if (text != null) {
            SearchText.addNames(conditions, text, "concat_ws(' ', s.name, s.note)", "SEGMENT", "s.id");
        }
        addEnds(conditions);
        if (opensBetween != null) {
            conditions.add("s.id in (select o.segment from current_opening o where "
                    + opensBetween.condition(conditions, "o.first_day", "o.last_day") + ")");
        }
        if (cost != null) {
            conditions.add(cost.condition(conditions, "s.cost"));
        }
        return conditions;
    }

    private void addEnds(Conditions conditions) {
        if (partners != null) {
            addEndIn(
                    conditions,
                    "select l.id from current_location l where l.country = any("
                            + conditions.parameter(partners.toArray(String[]::new)) + ")");
        }
        if (area().isAsked()) {
            addEndIn(conditions, area().ids(conditions));
        }
        if (crossesBorder != null) {
            conditions.add("(select f.country <> t.country from current_location f, current_location t"
                    + " where f.id = s.from_location and t.id = s.to_location) = "
                    + conditions.parameter(crossesBorder));
        }
    }

    private static void addEndIn(Conditions conditions, String locations) {
        conditions.add("(s.from_location in (" + locations + ") or s.to_location in (" + locations + "))");
    }

    private static String @org.jspecify.annotations.Nullable [] array(
            @org.jspecify.annotations.Nullable List<String> values) {
        return values == null ? null : values.toArray(String[]::new);
    }
}
