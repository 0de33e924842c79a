package io.lancang.trade.flow;

import io.lancang.trade.figure.FlowSelection;
import org.jspecify.annotations.Nullable;

/**
 * Shares in the reporter's trade with the world, in percent, each of one dataset; null where either side is missing.
 *
 * @param exports share in the reporter's exports
 * @param imports share in the reporter's imports
 * @param total share in both together
 */
public record Shares(
        @Nullable Double exports,
        @Nullable Double imports,
        @Nullable Double total) {
    /** The share in one flow. */
    public @Nullable Double of(FlowSelection flow) {
        return switch (flow) {
            case EXPORTS -> exports;
            case IMPORTS -> imports;
            case TOTAL -> total;
        };
    }
}
