package io.lancang.trade.ledger;

import io.lancang.kit.connection.CursorScope;
import io.lancang.kit.connection.PageArguments;
import io.lancang.kit.connection.PageRequest;
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

    Uni<TradeFlowConnection> page(TradeFlowFilter filter, TradeFlowOrder order, PageRequest asked, Vantage vantage) {
        asked.check();
        return selector.of(filter, vantage).flatMap(selection -> {
            PageArguments page = asked.of(new CursorScope("tradeFlows", selection, order), PageRequest.USUAL_OF_MANY);
            TradeFlowOrder read = switch (page.direction()) {
                case FORWARDS -> order;
                case BACKWARDS -> order.reversed();
            };
            return repository
                    .page(selection, read, page.limit(), page.keyset())
                    .flatMap(rows -> notes(selection, rows.isEmpty() && page.cursor() == null)
                            .map(notes -> connection(selection, page, page.slice(rows), notes)));
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
            Selection selection, PageArguments page, Slice<Placed> slice, List<String> notes) {
        List<TradeFlowEdge> edges = slice.items().stream()
                .map(placed -> new TradeFlowEdge(placed.flow(), page.cursor(placed.keyset())))
                .toList();
        return new TradeFlowConnection(
                edges,
                slice.items().stream().map(Placed::flow).toList(),
                page.pageInfo(slice, Placed::keyset),
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
