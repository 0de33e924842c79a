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

    Uni<TradeDataset> describe(DatasetDescription told) {
        rules.check(told);
        JsonObject content = new JsonObject()
                .put("title", told.title())
                .put("definition", told.definition())
                .put("missing", told.missing());
        return change(Change.of(DESCRIBE, told.dataset(), told.dataset(), content, told.source()), described(content));
    }

    private Uni<TradeDataset> change(Change change, Consumer<DatasetEntity> apply) {
        // An unknown one is refused with the nearest ids.
        return catalog.byId(change.subject())
                .chain(known -> edits.make(
                        change,
                        release -> require(change.subject()).map(entity -> {
                            JsonObject before = state(entity, change.action());
                            apply.accept(entity);
                            return new Edits.Made<>(before, known);
                        })))
                .chain(() -> catalog.byId(change.subject()));
    }

    private Uni<DatasetEntity> require(String code) {
        return datasets.find("code", code).singleResult();
    }

    /** What an action changes, as it is. */
    private static JsonObject state(DatasetEntity dataset, String action) {
        return action.equals(SET_PRECEDENCE)
                ? new JsonObject().put(PRECEDENCE, dataset.precedence())
                : new JsonObject()
                        .put("title", dataset.title())
                        .put("definition", dataset.definition())
                        .put("missing", dataset.missing());
    }

    private static Consumer<DatasetEntity> moved(@Nullable Integer precedence) {
        return dataset -> dataset.move(precedence);
    }

    private static Consumer<DatasetEntity> described(JsonObject told) {
        return dataset ->
                dataset.describe(told.getString("title"), told.getString("definition"), told.getString("missing"));
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
        return require(edit.subject())
                .invoke(dataset -> {
                    if (!state(dataset, action).equals(edit.content())) {
                        throw edits.changedSince(edit);
                    }
                    Consumer<DatasetEntity> back = action.equals(SET_PRECEDENCE)
                            ? moved(edit.before().getInteger(PRECEDENCE))
                            : described(edit.before());
                    back.accept(dataset);
                })
                .replaceWithVoid();
    }
}
