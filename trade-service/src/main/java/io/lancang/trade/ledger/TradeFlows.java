package io.lancang.trade.ledger;

import io.lancang.kit.connection.CursorScope;
import io.lancang.kit.connection.Slice;
import io.lancang.kit.history.Vantage;
import io.lancang.trade.ledger.TradeFlowRepository.Placed;
import io.lancang.trade.product.Classification;
import io.lancang.trade.selection.EmptySelectionRepository;
import io.lancang.trade.selection.Selection;
import io.lancang.trade.selection.Selector;
import io.lancang.trade.selection.TradeFlowFilter;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists figures, or says what is wrong with the question. */
@Singleton
class TradeFlows {
    private final Selector selector;
    private final TradeFlowRepository repository;
    private final EmptySelectionRepository emptiness;

    TradeFlows(Selector selector, TradeFlowRepository repository, EmptySelectionRepository emptiness) {
        this.selector = selector;
        this.repository = repository;
        this.emptiness = emptiness;
    }

    Uni<TradeFlowConnection> page(
            TradeFlowFilter filter, TradeFlowOrder order, int first, @Nullable String after, Vantage vantage) {
        Slice.checkFirst(first);
        return selector.of(filter, vantage).flatMap(selection -> {
            CursorScope scope = new CursorScope("tradeFlows", selection, order);
            List<String> keyset = after == null ? null : scope.decode(after);
            return repository
                    .page(selection, order, first + 1, keyset)
                    .flatMap(rows -> notes(selection, rows.isEmpty() && after == null)
                            .map(notes -> connection(selection, scope, Slice.of(rows, first), after != null, notes)));
        });
    }

    private Uni<List<String>> notes(Selection selection, boolean isEmpty) {
        List<String> notes = notesOf(selection);
        return isEmpty
                ? emptiness.reason(selection).map(reason -> {
                    notes.addFirst(reason);
                    return notes;
                })
                : Uni.createFrom().item(notes);
    }

    private static TradeFlowConnection connection(
            Selection selection, CursorScope scope, Slice<Placed> page, boolean isLater, List<String> notes) {
        List<TradeFlowEdge> edges = page.items().stream()
                .map(placed -> new TradeFlowEdge(placed.flow(), scope.encode(placed.keyset())))
                .toList();
        return new TradeFlowConnection(
                edges,
                page.items().stream().map(Placed::flow).toList(),
                page.pageInfo(isLater, placed -> scope.encode(placed.keyset())),
                notes,
                selection);
    }

    private static List<String> notesOf(Selection selection) {
        List<String> notes = new ArrayList<>();
        if (selection.who().isEveryone()) {
            notes.add("Countries and former states only: aggregates such as WORLD are listed where `partners` names"
                    + " them.");
        }
        if (selection.goods().keys().equals(List.of(Classification.ALL_GOODS))) {
            notes.add("All goods as one product only: products are listed where `level` or `products` names them.");
        }
        return notes;
    }
}
