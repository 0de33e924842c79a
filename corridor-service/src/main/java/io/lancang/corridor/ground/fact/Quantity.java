package io.lancang.corridor.ground.fact;

import io.lancang.kit.cost.Cost;
import io.lancang.kit.scalar.Decimal;
import io.lancang.kit.text.Numerals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Description("A number with its unit, read from the words of a source.")
@Cost(weight = 0)
public record Quantity(
        @Description("The number, as the source writes it.") @NonNull
        Decimal value,

        @Description("Its unit, as the source writes it: `Mt/y`, `bcm/y`, `MW`, `GWh/y`, `Tbps`, `t`, `dwt`, `bpd`,"
                + " `stations` and others.")
        @NonNull
        String unit) {
    /** A number that is no end of a range and no factor, with a unit that is known behind it. */
    private static final Pattern FORM = Pattern.compile("(?<![\\d.,x–-])(?<number>\\d{1,3}(,\\d{3})+|\\d+(\\.\\d+)?) ?"
            + "(?<unit>Mt/y|t/y|t|bcm/y|bpd|MW|GW|GWh/y|TWh/y|Gbps|Tbps|dwt|TEU|stations)(?![\\w/])");

    /**
     * The quantities in {@code text}, in its order; empty if there is none that can be read. One with more digits than a figure
     * may have is left out.
     */
    public static List<Quantity> in(@Nullable String text) {
        List<Quantity> quantities = new ArrayList<>();
        Matcher form = FORM.matcher(text == null ? "" : text);
        while (form.find()) {
            BigDecimal number = new BigDecimal(form.group("number").replace(",", ""));
            if (Numerals.isSane(number)) {
                quantities.add(new Quantity(new Decimal(number), form.group("unit")));
            }
        }
        return quantities;
    }
}
