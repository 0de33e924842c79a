package io.lancang.corridor.ground.choice;

import io.lancang.kit.error.ServiceException;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Input("CostRangeInput")
@Description(
        "A range of costs in one currency, both ends included: amounts of different currencies and years are not converted.")
public record CostRange(
        @Description("ISO 4217 code of the currency, such as `CNY`.") @NonNull
        String currency,

        @Description("The least amount in units of the currency; no limit if left out.") @Nullable
        BigDecimal atLeast,

        @Description("The largest amount in units of the currency; no limit if left out.") @Nullable
        BigDecimal atMost) {
    private static final Pattern CODE = Pattern.compile("[A-Z]{3}");

    /**
     * Checks what the types cannot.
     *
     * @param argument what the range is called
     * @throws ServiceException BAD_USER_INPUT if the currency is no code or the range is inverted
     */
    public void check(String argument) {
        if (!CODE.matcher(currency).matches()) {
            throw ServiceException.badInput(
                    "`" + argument + ".currency` is '" + currency + "', which is no ISO 4217 code.",
                    "Send three capital letters, such as USD or CNY.");
        }
        if (atLeast != null && atMost != null && atLeast.compareTo(atMost) > 0) {
            throw ServiceException.badInput(
                    "The range `" + argument + "` begins at " + atLeast + " and ends below, at " + atMost + ".",
                    "Swap `atLeast` and `atMost`.");
        }
    }

    /**
     * The condition that words name a cost in the range; those that name none do not, not even in a range without ends.
     *
     * @param words column of the words
     */
    public String condition(Conditions conditions, String words) {
        StringBuilder sql = new StringBuilder(words + " is not null and exists (select from stated_cost(" + words
                + ") k where k.currency = " + conditions.parameter(currency));
        if (atLeast != null) {
            sql.append(" and k.amount >= ").append(conditions.parameter(atLeast));
        }
        if (atMost != null) {
            sql.append(" and k.amount <= ").append(conditions.parameter(atMost));
        }
        return sql.append(')').toString();
    }
}
