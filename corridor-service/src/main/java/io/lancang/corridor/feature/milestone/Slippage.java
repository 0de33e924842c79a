package io.lancang.corridor.feature.milestone;

import io.lancang.corridor.ground.fact.PartialDate;
import io.lancang.kit.cost.Cost;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * How a date moved from one statement to the next.
 *
 * @param milestone the statement
 * @param day the day that is compared
 * @param atLeast whether it can be later
 * @param sincePreviousDays days since the statement before; null for the first
 * @param sinceFirstDays days since the first statement
 */
@Description(
        "How a date moved between statements. The last day counts that a date can be of; of one that is only not to be before a"
                + " day, that day, with `atLeast`.")
@Cost(weight = 1)
public record Slippage(
        @Description("The statement.") @NonNull Milestone milestone,

        @Description("The day that is compared.") @NonNull LocalDate day,

        @Description("Whether it can be later than `day`: the statement only says that it is not to be before.")
        boolean atLeast,

        @Description(
                "Days that it is later than by the statement before it, below 0 if it is earlier; null for the first.")
        @Nullable
        Integer sincePreviousDays,

        @Description("Days that it is later than by the first statement, below 0 if it is earlier; 0 for the first.")
        int sinceFirstDays) {
    /**
     * Those of one event, in the order of statements. A statement without a date or without a day of its own moves nothing: when it
     * was made is not known.
     */
    static List<Slippage> of(List<Milestone> milestones, MilestoneEvent event) {
        List<Slippage> moved = new ArrayList<>();
        for (Milestone milestone : milestones) {
            PartialDate latest = milestone.latest();
            PartialDate date = latest == null ? milestone.earliest() : latest;
            if (milestone.event() == event && date != null && milestone.statedOn() != null) {
                LocalDate day = latest == null ? date.earliest() : date.latest();
                moved.add(new Slippage(
                        milestone,
                        day,
                        latest == null,
                        moved.isEmpty() ? null : days(moved.getLast().day(), day),
                        moved.isEmpty() ? 0 : days(moved.getFirst().day(), day)));
            }
        }
        return moved;
    }

    private static int days(LocalDate from, LocalDate to) {
        return Math.toIntExact(ChronoUnit.DAYS.between(from, to));
    }
}
