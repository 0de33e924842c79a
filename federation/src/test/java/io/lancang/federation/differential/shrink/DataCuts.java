package io.lancang.federation.differential.shrink;

import io.lancang.federation.differential.data.Data;
import io.lancang.federation.differential.data.Thing;
import io.lancang.federation.differential.schema.Whole;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Leaves out things, items of lists, and values. */
final class DataCuts implements Cuts {
    @Override
    public List<Supplier<Case>> of(Case failing) {
        List<Supplier<Case>> cuts = new ArrayList<>();
        Data data = failing.federation().data();
        for (Thing thing : data.things().values()) {
            cuts.add(() -> with(failing, without(data, thing)));
            thing.fields().forEach((field, value) -> {
                if (value instanceof List<?> items) {
                    for (int index = 0; index < items.size(); index++) {
                        int left = index;
                        cuts.add(() -> with(failing, data.with(thing.with(field, without(items, left)))));
                    }
                }
                if (value != null && !Whole.isPromised(failing.federation().subgraphs(), thing.type(), field)) {
                    cuts.add(() -> with(failing, data.with(thing.with(field, null))));
                }
            });
        }
        return cuts;
    }

    private static Case with(Case failing, Data data) {
        return new Case(failing.federation().with(data), failing.query());
    }

    private static Data without(Data data, Thing thing) {
        Map<String, Thing> fewer = new LinkedHashMap<>(data.things());
        fewer.remove(thing.id());
        return new Data(fewer);
    }

    private static List<@Nullable Object> without(List<?> items, int index) {
        List<@Nullable Object> fewer = new ArrayList<>(items);
        fewer.remove(index);
        return fewer;
    }
}
