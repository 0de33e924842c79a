package io.lancang.trade.edit;

import io.lancang.kit.edit.Change;
import io.lancang.kit.edit.EditEntity;
import io.lancang.kit.edit.Edits;
import io.lancang.kit.edit.SourceEdits;
import io.lancang.kit.edit.Undoable;
import io.lancang.kit.entity.OwnSession;
import io.lancang.kit.error.ErrorCode;
import io.lancang.kit.error.ServiceException;
import io.lancang.kit.provenance.Source;
import io.lancang.kit.provenance.SourceRepository;
import io.lancang.trade.catalogue.DatasetEntity;
import io.lancang.trade.catalogue.DatasetRepository;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/** Adds datasets that files may be loaded into. */
@Singleton
public class DatasetAdditions implements Undoable {
    private static final String ACTION = "addDataset";

    private final Edits edits;
    private final DatasetEdits described;
    private final SourceEdits sourceEdits;
    private final SourceRepository sources;
    private final DatasetRepository datasets;

    DatasetAdditions(
            Edits edits,
            DatasetEdits described,
            SourceEdits sourceEdits,
            SourceRepository sources,
            DatasetRepository datasets) {
        this.edits = edits;
        this.described = described;
        this.sourceEdits = sourceEdits;
        this.sources = sources;
        this.datasets = datasets;
    }

    /**
     * Adds a dataset, or says something else about one that is there, as {@code describeDataset} does. A source that nobody
     * registered is registered first. Each is a release of its own, and what is so already is no change.
     *
     * @param source where its figures are from, unless a figure says otherwise; what a registered one is called stays
     */
    public Uni<Void> put(DatasetDescription given, Source source) {
        JsonObject content = given.content().put(Described.SOURCES, new JsonArray(List.of(source.id())));
        return register(source)
                .chain(() -> OwnSession.read(() -> datasets.byCode(given.dataset())
                        .map(known -> known == null ? new JsonObject() : Described.all(known))))
                .chain(known -> put(given, content, known))
                .replaceWithVoid();
    }

    private Uni<?> put(DatasetDescription given, JsonObject content, JsonObject known) {
        if (known.isEmpty()) {
            return edits.make(
                    Change.of(ACTION, given.dataset(), given.dataset(), content, given.source()),
                    release -> add(given.dataset(), content).map(added -> new Edits.Made<>(known, release)));
        }
        return known.equals(content) ? Uni.createFrom().voidItem() : described.describe(given, content);
    }

    private Uni<?> register(Source source) {
        return sources.byIds(Set.of(source.id()))
                .chain(found -> found.isEmpty()
                        ? sourceEdits.register(source)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> add(String code, JsonObject content) {
        return datasets.byCode(code)
                .invoke(known -> {
                    if (known != null) {
                        throw new ServiceException(
                                ErrorCode.CONFLICT,
                                "Somebody else added dataset " + code + " meanwhile.",
                                "Send it again to say something else about it.");
                    }
                })
                .chain(datasets::nextNumber)
                .chain(number -> {
                    DatasetEntity dataset = new DatasetEntity(number, code);
                    Described.as(content).accept(dataset);
                    return Edits.keep(dataset);
                });
    }

    @Override
    public boolean isMadeBy(String action) {
        return action.equals(ACTION);
    }

    @Override
    public List<String> datasetsOf(EditEntity edit) {
        return List.of(edit.subject());
    }

    /** Takes away what the change added, or adds again what an undoing took away. */
    @Override
    public Uni<Void> undo(EditEntity edit, String action, long release) {
        return edit.content().isEmpty()
                ? add(edit.subject(), edit.before())
                : datasets.byCode(edit.subject()).chain(dataset -> {
                    if (dataset == null
                            || dataset.precedence() != null
                            || !Described.all(dataset).equals(edit.content())) {
                        throw edits.changedSince(edit);
                    }
                    return requireEmpty(edit.subject()).chain(() -> datasets.remove(dataset));
                });
    }

    /** Of a dataset that files were loaded into figures of the past stay, which are of the dataset. */
    private Uni<Void> requireEmpty(String code) {
        return datasets.hasReleases(code)
                .invoke(isLoaded -> {
                    if (isLoaded) {
                        throw new ServiceException(
                                ErrorCode.CONFLICT,
                                "Dataset " + code + " cannot be taken away: files were loaded into it.",
                                "Withdraw them if their figures are wrong; GET /releases?dataset=" + code
                                        + " lists them.");
                    }
                })
                .replaceWithVoid();
    }
}
