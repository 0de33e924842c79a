package io.lancang.trade.intake;

import io.lancang.kit.dataset.Dataset;
import io.lancang.kit.entity.OwnSession;
import io.lancang.kit.error.ServiceException;
import io.lancang.trade.catalogue.DatasetCatalog;
import io.lancang.trade.catalogue.DatasetRepository;
import io.lancang.trade.file.TradeReleases;
import io.lancang.trade.storage.TradeFlowTable;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The datasets that files may be loaded into: those that ship with the service, and those that somebody added. Blocks its thread. */
@Singleton
class Datasets {
    /** The dataset of single changes, which are made in the graph. */
    private static final String SINGLE_FACTS = "single_facts";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final DatasetRepository added;
    private final DatasetCatalog catalog;
    private final TradeReleases packaged;

    Datasets(DatasetRepository added, DatasetCatalog catalog, TradeReleases packaged) {
        this.added = added;
        this.catalog = catalog;
        this.packaged = packaged;
    }

    /** The dataset of a packaged file, which is read as that file is. */
    Optional<Dataset> packaged(String code) {
        return packaged.dataset(code);
    }

    /**
     * A dataset of flows that somebody added.
     *
     * @throws ServiceException NOT_FOUND if there is none of this code
     */
    FlowDataset added(String code) {
        requireFiles(code);
        return catalog.byId(code)
                .chain(() -> OwnSession.read(() -> added.require(code).map(FlowDataset::of)))
                .await()
                .atMost(PATIENCE);
    }

    /** Its figures as a dataset of the kit, for what needs no file. */
    Dataset any(String code) {
        return packaged(code)
                .orElseGet(() -> TradeFlowTable.dataset(code, added(code).number(), List.of(), (row, rows) -> {}));
    }

    /**
     * Refuses to add what is there for something else.
     *
     * @throws ServiceException BAD_USER_INPUT for a dataset that ships, and for that of single changes
     */
    void requireFree(String code) {
        if (packaged(code).isPresent()) {
            throw ServiceException.badInput("Dataset " + code + " ships with the service.", "Choose another code.");
        }
        requireFiles(code);
    }

    private static void requireFiles(String code) {
        if (code.equals(SINGLE_FACTS)) {
            throw ServiceException.badInput(
                    "Dataset " + SINGLE_FACTS + " has no files: it lists single changes.",
                    "Single changes are made by mutations, such as `setPrecedence`, and undone by `undoEdit`.");
        }
    }
}
