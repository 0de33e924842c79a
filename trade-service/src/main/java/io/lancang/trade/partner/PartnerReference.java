package io.lancang.trade.partner;

import io.lancang.kit.history.Vantage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A partner by code, called as it was when the row that names it was seen. */
public record PartnerReference(String code, Vantage seen) {
    /** A partner that a row may name; null if it names none. */
    public static @Nullable PartnerReference of(@Nullable String code, Vantage seen) {
        return code == null ? null : new PartnerReference(code, seen);
    }

    /** The same for several codes. */
    public static List<PartnerReference> all(List<String> codes, Vantage seen) {
        return codes.stream().map(code -> new PartnerReference(code, seen)).toList();
    }
}
