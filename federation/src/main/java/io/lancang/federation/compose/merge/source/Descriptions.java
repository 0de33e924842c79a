package io.lancang.federation.compose.merge.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Chooses one description. */
public final class Descriptions {

    private Descriptions() {}

    /** The description that most subgraphs give, the first one where several are as frequent; null without any. */
    public static @Nullable String merge(List<? extends Source<?>> sources) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Source<?> source : sources) {
            String description = source.element().description();
            if (description != null && !description.isBlank()) {
                counts.merge(description, 1, Integer::sum);
            }
        }
        String chosen = null;
        int most = 0;
        for (Map.Entry<String, Integer> each : counts.entrySet()) {
            if (each.getValue() > most) {
                chosen = each.getKey();
                most = each.getValue();
            }
        }
        return chosen;
    }
}
