package io.lancang.corridor.ground.fact;

import io.lancang.kit.scalar.Decimal;
import io.lancang.kit.text.Numerals;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** What something cost or is to cost, read from the words of a source. */
@io.lancang.kit.cost.Cost(weight = 0)
@Description(
        "What something cost or is to cost: the first amount that the source names. It is nominal, of the year of the"
                + " source, and may cover more than the segment; `cost` has the words.")
public record Cost(
        @Description("The amount in units of the currency.") @NonNull
        Decimal amount,

        @Description("ISO 4217 code of the currency, such as `CNY`.") @NonNull
        String currency) {
    private static final Pattern FORM = Pattern.compile(
            "(?<currency>US\\$|[A-Z]{3}) ?(?<number>\\d{1,3}(,\\d{3})+|\\d+(\\.\\d+)?) ?(?<scale>bn|m|trillion)\\b");
    private static final Map<String, Integer> POWERS = Map.of("m", 6, "bn", 9, "trillion", 12);

    /** The first amount in {@code text}, if there is one and it has no more digits than a figure may have. */
    public static Optional<Cost> in(@Nullable String text) {
        Matcher form = FORM.matcher(text == null ? "" : text);
        if (!form.find()) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(form.group("number").replace(",", ""));
        if (!Numerals.isSane(number)) {
            return Optional.empty();
        }
        String currency = form.group("currency").equals("US$") ? "USD" : form.group("currency");
        return Optional.of(
                new Cost(new Decimal(number.scaleByPowerOfTen(POWERS.getOrDefault(form.group("scale"), 0))), currency));
    }
}
