package io.lancang.trade.catalogue;

import io.lancang.kit.error.ServiceException;
import io.lancang.kit.error.Suggestions;
import io.lancang.kit.error.Suggestions.Candidate;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What other features may ask about datasets and releases. Each method is one statement. */
@Singleton
public class DatasetCatalog {
    private final DatasetRepository datasets;
    private final ReleaseRepository releases;

    DatasetCatalog(DatasetRepository datasets, ReleaseRepository releases) {
        this.datasets = datasets;
        this.releases = releases;
    }

    /** The dataset with this id; NOT_FOUND with the nearest ids if there is none. */
    public Uni<TradeDataset> byId(String id) {
        return datasets.all()
                .map(all -> all.stream()
                        .filter(dataset -> dataset.id().equals(id))
                        .findFirst()
                        .orElseThrow(
                                () -> ServiceException.notFound("There is no dataset '" + id + "'.", hint(id, all))));
    }

    private static String hint(String id, List<TradeDataset> all) {
        String near = Suggestions.hint(
                id,
                all.stream().map(each -> new Candidate(each.id(), each.title())).toList());
        return (near == null ? "`datasets` lists all." : near) + " PUT /datasets/CODE adds one.";
    }

    /** The datasets with these numbers, by number. */
    public Uni<Map<Integer, TradeDataset>> byNumbers(Collection<Integer> numbers) {
        return datasets.byNumbers(numbers);
    }

    /** The releases with these numbers, by number, withdrawn ones too. */
    public Uni<Map<Long, TradeRelease>> releases(Collection<Long> numbers) {
        return releases.byNumbers(numbers);
    }
}
