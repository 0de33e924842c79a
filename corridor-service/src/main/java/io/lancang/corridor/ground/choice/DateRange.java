package io.lancang.corridor.ground.choice;

import io.lancang.kit.argument.Years;
import io.lancang.kit.error.ServiceException;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.jspecify.annotations.Nullable;

@Input("DateRangeInput")
@Description("A range of days, both ends included.")
public record DateRange(
        @Description("The first day; no limit if left out.") @Nullable
        LocalDate from,

        @Description("The last day; no limit if left out.") @Nullable
        LocalDate to) {
    /**
     * Checks what the types cannot.
     *
     * @param argument what the range is called
     * @throws ServiceException BAD_USER_INPUT if it is inverted or a day is out of the calendar
     */
    public void check(String argument) {
        Years.check(argument + ".from", from);
        Years.check(argument + ".to", to);
        if (from != null && to != null && from.isAfter(to)) {
            throw ServiceException.badInput(
                    "The range `" + argument + "` begins on " + from + " and ends before, on " + to + ".",
                    "Swap `from` and `to`.");
        }
    }

    /**
     * The condition that a date lies in the range as a whole; what has no date does not, not even in the range without ends.
     *
     * @param first column of the first day that the date can be
     * @param last column of the last day that it can be
     */
    public String condition(Conditions conditions, String first, String last) {
        StringBuilder sql = new StringBuilder(first + " is not null and " + last + " is not null");
        if (from != null) {
            sql.append(" and ").append(first).append(" >= ").append(conditions.parameter(from));
        }
        if (to != null) {
            sql.append(" and ").append(last).append(" <= ").append(conditions.parameter(to));
        }
        return sql.toString();
    }
}
