package io.lancang.trade.edit;

import io.lancang.kit.edit.Change;
import io.lancang.kit.edit.EditEntity;
import io.lancang.kit.edit.Edits;
import io.lancang.kit.edit.Undoable;
import io.lancang.kit.error.ServiceException;
import io.lancang.trade.catalogue.DatasetCatalog;
import io.lancang.trade.catalogue.DatasetEntity;
import io.lancang.trade.catalogue.DatasetRepository;
import io.lancang.trade.catalogue.TradeDataset;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Moves datasets among each other, and says what they are. */
@Singleton
public class DatasetEdits implements Undoable {
    private static final String SET_PRECEDENCE = "setPrecedence";
    private static final String DESCRIBE = "describeDataset";
    private static final String PRECEDENCE = "precedence";
    private static final int LAST = 1_000;

    private final Edits edits;
    private final InputRules rules;
    private final DatasetRepository datasets;
    private final DatasetCatalog catalog;

    DatasetEdits(Edits edits, InputRules rules, DatasetRepository datasets, DatasetCatalog catalog) {
        this.edits = edits;
        this.rules = rules;
        this.datasets = datasets;
        this.catalog = catalog;
    }

    /**
     * Gives a dataset its place; null if its figures are to count in no total.
     *
     * @return the dataset; fails with BAD_USER_INPUT outside of 1 to {@value #LAST}, and with NOT_FOUND if there is none
     */
    public Uni<TradeDataset> setPrecedence(String dataset, @Nullable Integer precedence, String source) {
        checkPrecedence(precedence);
        JsonObject content = new JsonObject().put(PRECEDENCE, precedence);
        return change(Change.of(SET_PRECEDENCE, dataset, dataset, content, source), moved(precedence));
    }

    /** The same by who may send again what is so already, which is no change. */
    public Uni<TradeDataset> precede(String dataset, int precedence, String source) {
        checkPrecedence(precedence);
        return catalog.byId(dataset)
                .chain(known -> Integer.valueOf(precedence).equals(known.precedence())
                        ? Uni.createFrom().item(known)
                        : setPrecedence(dataset, precedence, source));
    }

    /**
     * Checks a place; null is none.
     *
     * @throws ServiceException BAD_USER_INPUT outside of 1 to {@value #LAST}
     */
    public static void checkPrecedence(@Nullable Integer precedence) {
        if (precedence != null && (precedence < 1 || precedence > LAST)) {
            throw ServiceException.badInput(
                    "`precedence` is " + precedence + "; it must be from 1, which comes first, to " + LAST + ".",
                    "`datasets { id precedence }` shows the order as it is.");
        }
    }

    Uni<TradeDataset> describe(DatasetDescription given) {
        rules.check(given);
        return describe(given, given.content());
    }

    /**
     * Says what a dataset is, in a release of its own.
     *
     * @param content title, definition, what is missing and, where they change as well, the sources
     */
    Uni<TradeDataset> describe(DatasetDescription given, JsonObject content) {
        return change(
                Change.of(DESCRIBE, given.dataset(), given.dataset(), content, given.source()), Described.as(content));
    }

    private Uni<TradeDataset> change(Change change, Consumer<DatasetEntity> apply) {
        // An unknown one is refused with the nearest ids.
        return catalog.byId(change.subject())
                .chain(known -> edits.make(
                        change,
                        release -> datasets.require(change.subject()).map(entity -> {
                            JsonObject before = state(entity, change.action(), change.content());
                            apply.accept(entity);
                            return new Edits.Made<>(before, known);
                        })))
                .chain(() -> catalog.byId(change.subject()));
    }

    /** What an action changes, as it is. */
    private static JsonObject state(DatasetEntity dataset, String action, JsonObject changed) {
        return action.equals(SET_PRECEDENCE)
                ? new JsonObject().put(PRECEDENCE, dataset.precedence())
                : Described.of(dataset, changed.fieldNames());
    }

    private static Consumer<DatasetEntity> moved(@Nullable Integer precedence) {
        return dataset -> dataset.move(precedence);
    }

    @Override
    public boolean isMadeBy(String action) {
        return Set.of(SET_PRECEDENCE, DESCRIBE).contains(action);
    }

    @Override
    public List<String> datasetsOf(EditEntity edit) {
        return List.of(edit.subject());
    }

    @Override
    public Uni<Void> undo(EditEntity edit, String action, long release) {
        return datasets.require(edit.subject())
                .invoke(dataset -> {
                    if (!state(dataset, action, edit.content()).equals(edit.content())) {
                        throw edits.changedSince(edit);
                    }
                    Consumer<DatasetEntity> back = action.equals(SET_PRECEDENCE)
                            ? moved(edit.before().getInteger(PRECEDENCE))
                            : Described.as(edit.before());
                    back.accept(dataset);
                })
                .replaceWithVoid();
    }
}
