package io.lancang.trade.release;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;

/** What other features may ask about datasets and releases. Each method is one statement. */
@Singleton
public class DatasetCatalog {
    private final DatasetRepository repository;

    DatasetCatalog(DatasetRepository repository) {
        this.repository = repository;
    }

    /** The datasets with these numbers, by number. */
    public Uni<Map<Integer, TradeDataset>> byNumbers(Collection<Integer> numbers) {
        return repository.byNumbers(numbers);
    }

    /** The releases with these numbers, by number, withdrawn ones too. */
    public Uni<Map<Long, TradeRelease>> releases(Collection<Long> numbers) {
        return repository.releasesByNumbers(numbers);
    }
}
