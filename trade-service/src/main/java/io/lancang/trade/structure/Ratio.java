package io.lancang.trade.structure;

import io.lancang.kit.cost.Cost;
import io.lancang.trade.figure.Gap;
import io.lancang.trade.figure.GapReason;
import org.eclipse.microprofile.graphql.Description;
import org.jspecify.annotations.Nullable;

@Description("A ratio, or the reason why there is none.")
@Cost(weight = 0)
public record Ratio(
        @Description("The ratio, as the field that gives it defines it; null with `gap` where undefined.") @Nullable
        Double value,

        @Description("Why there is no ratio; null if there is one.") @Nullable
        Gap gap) {

    static Ratio of(double value) {
        return new Ratio(value, null);
    }

    static Ratio undefined(GapReason reason, String detail) {
        return new Ratio(null, Gap.of(reason, detail));
    }
}
