package io.lancang.trade.catalogue;

import io.lancang.kit.batch.References;
import io.lancang.kit.cost.ListSize;
import io.lancang.kit.error.ServiceException;
import io.lancang.kit.error.Suggestions;
import io.lancang.kit.error.Suggestions.Candidate;
import io.lancang.kit.provenance.SourceRepository;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/** Datasets and releases in the graph. */
@GraphQLApi
public class DatasetApi {
    private final DatasetRepository repository;
    private final ReleaseRepository releases;
    private final SourceRepository sources;

    DatasetApi(DatasetRepository repository, ReleaseRepository releases, SourceRepository sources) {
        this.repository = repository;
        this.releases = releases;
        this.sources = sources;
    }

    /** Every dataset. */
    @Query
    @Description("The datasets about trade: what they say, where they are from and what is missing.")
    @ListSize(assumedSize = 12)
    public @NonNull Uni<List<@NonNull TradeDataset>> datasets() {
        return repository.all();
    }

    /** Every source. */
    @Query
    @Description("Everything that figures of trade may cite, with licence, ordered by id.")
    @ListSize(assumedSize = 250)
    public @NonNull Uni<List<io.lancang.kit.provenance.@NonNull Source>> sources() {
        return sources.all();
    }

    @Query
    @Description("One source by id. An unknown id is an error that suggests the nearest ids.")
    public Uni<io.lancang.kit.provenance.Source> source(
            @Name("id") @Description("Its id, such as `IMF_DOTS_2022`.") @Id @NonNull String id) {
        return sources.byIds(List.of(id)).flatMap(found -> {
            io.lancang.kit.provenance.Source source = found.get(id);
            return source == null ? unknownSource(id) : Uni.createFrom().item(source);
        });
    }

    private Uni<io.lancang.kit.provenance.Source> unknownSource(String id) {
        return sources.all().map(all -> {
            List<Candidate> candidates = all.stream()
                    .map(source -> new Candidate(source.id(), source.title()))
                    .toList();
            throw ServiceException.notFound("There is no source '" + id + "'.", Suggestions.hint(id, candidates));
        });
    }

    @Description("The releases of the dataset, latest first. The first one is served.")
    @ListSize(assumedSize = 10)
    public @NonNull Uni<List<@NonNull List<@NonNull TradeRelease>>> releases(@Source List<TradeDataset> datasets) {
        return releases.filesOf(datasets.stream().map(TradeDataset::id).toList())
                .map(found -> datasets.stream()
                        .map(dataset -> found.getOrDefault(dataset.id(), List.of()))
                        .toList());
    }

    @Description("Where the dataset is from; empty if each of its rows has a source of its own.")
    @ListSize(assumedSize = 5)
    public @NonNull Uni<List<@NonNull List<io.lancang.kit.provenance.@NonNull Source>>> sources(
            @Source List<TradeDataset> datasets) {
        return References.many(datasets, TradeDataset::sourceIds, sources::byIds);
    }
}
