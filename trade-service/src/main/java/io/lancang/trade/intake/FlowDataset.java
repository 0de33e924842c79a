package io.lancang.trade.intake;

import io.lancang.trade.catalogue.DatasetEntity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dataset of flows that a file may be loaded into.
 *
 * @param code its stable id
 * @param number its number, which figures carry
 * @param source the source of figures that name none; null if each must name its own
 */
record FlowDataset(String code, String number, @Nullable String source) {
    static FlowDataset of(DatasetEntity dataset) {
        List<String> sources = dataset.sources();
        return new FlowDataset(
                dataset.code(), String.valueOf(dataset.number()), sources.isEmpty() ? null : sources.getFirst());
    }
}
