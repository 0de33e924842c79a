package io.lancang.corridor.feature.corridor;

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

@Input("CorridorFilterInput")
@Description("Which corridors are wanted. Conditions are joined by AND; what is left out does not restrict.")
public record CorridorFilter(
        @Description("Of one of these kinds.") @Nullable @org.jspecify.annotations.Nullable
        List<@NonNull CorridorKind> kinds,

        @Description("With at least one of these modes.") @Nullable @org.jspecify.annotations.Nullable
        List<@NonNull Mode> modes,

        @Description("With one of these statuses.") @Nullable @org.jspecify.annotations.Nullable
        List<@NonNull Status> statuses,

        @Description("Through this country: ISO 3166-1 alpha-3 code.") @Id @org.jspecify.annotations.Nullable
        String partner,

        @Description("Through at least one of these countries: ISO 3166-1 alpha-3 codes. The corridors of a bloc are at"
                + " `bloc(code) { corridors }`.")
        @Id
        @Nullable
        @org.jspecify.annotations.Nullable
        List<@NonNull String> partners,

        @Description("Of at least one of these programmes.") @Nullable @org.jspecify.annotations.Nullable
        List<@NonNull Programme> programmes,

        @Description(
                "With this text in the English or Chinese name, in an alternate one or in the note. Neither case nor"
                        + " accents matter, nor whether words are joined by a blank or a dash.")
        @org.jspecify.annotations.Nullable
        String text,

        @Description("Opened within this range. A date of which only the month or year is known counts if all of that"
                + " month or year lies in the range; corridors that have not opened do not, not even in `{}`.")
        @org.jspecify.annotations.Nullable
        DateRange opened,

        @Description(
                "With a segment that opened or, by the last statement that gives a date, is to open within this range, as"
                        + " `SegmentFilterInput.opensBetween` has it.")
        @org.jspecify.annotations.Nullable
        DateRange opensBetween,

        @Description("With a segment that begins or ends within this box.") @org.jspecify.annotations.Nullable
        Box box,

        @Description("With a segment that begins or ends within this circle; in the box, too, if one is given.")
        @org.jspecify.annotations.Nullable
        Circle within,

        @Description(
                "With a segment of which a cost is stated in this range, as `Segment.costStated` gives it. Costs of segments are not"
                        + " added: they are of different years, and some are of more than the segment.")
        @org.jspecify.annotations.Nullable
        CostRange cost) {
    /** Restricts nothing. */
    public static final CorridorFilter NONE =
            new CorridorFilter(null, null, null, null, null, null, null, null, null, null, null, null);

    /**
     * Checks what the types cannot.
     *
     * @throws ServiceException BAD_USER_INPUT if the range is inverted, a list is empty or the text has no word
     */
    void check() {
        Choice.refuseEmpty("kinds", kinds);
        Choice.refuseEmpty("modes", modes);
        Choice.refuseEmpty("statuses", statuses);
        Choice.refuseEmpty("partners", partners);
        Choice.refuseEmpty("programmes", programmes);
        SearchText.check("text", text);
        area().check();
        if (opened != null) {
            opened.check("opened");
        }
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

    /** What was asked for, as conditions on {@code current_corridor c}. */
    Conditions conditions() {
        Conditions conditions = new Conditions();
        conditions.addIfAsked("c.kind = any(%s)", Choice.names(kinds));
        conditions.addIfAsked("c.modes && %s", Choice.names(modes));
        conditions.addIfAsked("c.status = any(%s)", Choice.names(statuses));
        conditions.addIfAsked("c.programmes && %s", Choice.names(programmes));
        conditions.addIfAsked("%s = any(c.countries)", partner);
        conditions.addIfAsked("c.countries && %s", partners == null ? null : partners.toArray(String[]::new));
        if (opened != null) {
            conditions.add(opened.condition(conditions, "c.opened_earliest", "c.opened_latest"));
        }
        if (opensBetween != null) {
            conditions.add(
                    "c.id in (select g.corridor from current_segment g join current_opening o on o.segment = g.id where "
                            + opensBetween.condition(conditions, "o.first_day", "o.last_day") + ")");
        }
        if (area().isAsked()) {
            String inside = area().ids(conditions);
            conditions.add("c.id in (select g.corridor from current_segment g where g.from_location in (" + inside
                    + ") or g.to_location in (" + inside + "))");
        }
        if (cost != null) {
            conditions.add("c.id in (select g.corridor from current_segment g where "
                    + cost.condition(conditions, "g.cost") + ")");
        }
        if (text != null) {
            SearchText.addNames(conditions, text, "concat_ws(' ', c.name_en, c.name_zh, c.note)", "CORRIDOR", "c.id");
        }
        return conditions;
    }
}
