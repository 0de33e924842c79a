package io.lancang.trade.provenance;

import io.lancang.kit.batch.References;
import io.lancang.trade.catalogue.DatasetCatalog;
import io.lancang.trade.catalogue.TradeDataset;
import io.lancang.trade.catalogue.TradeRelease;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** What revisions refer to. */
@GraphQLApi
@RegisterForReflection(fields = false)
public class RevisionApi {
    private final DatasetCatalog datasets;

    RevisionApi(DatasetCatalog datasets) {
        this.datasets = datasets;
    }

    @Description("The dataset.")
    public Uni<List<@Nullable TradeDataset>> dataset(@Source List<Revision> revisions) {
        return References.one(revisions, Revision::datasetNumber, datasets::byNumbers);
    }

    @Description("The release that brought the figure.")
    public Uni<List<@Nullable TradeRelease>> release(@Source List<Revision> revisions) {
        return References.one(revisions, Revision::releaseNumber, datasets::releases);
    }

    /** Until which release. */
    @Description("The release that replaced or removed the figure; null for what is served today.")
    public Uni<List<@Nullable TradeRelease>> supersededBy(@Source List<Revision> revisions) {
        return datasets.releases(revisions.stream()
                        .map(Revision::replacedBy)
                        .filter(Objects::nonNull)
                        .toList())
                .map(known -> revisions.stream()
                        .map(each -> each.replacedBy() == null ? null : known.get(each.replacedBy()))
                        .toList());
    }
}
