package io.lancang.trade.event;

import io.lancang.kit.argument.ReleaseNumbers;
import io.lancang.kit.event.ReleaseEvents;
import io.lancang.trade.catalogue.DatasetCatalog;
import io.lancang.trade.catalogue.TradeDataset;
import io.smallrye.graphql.api.Subscription;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** Releases as they are published. */
@GraphQLApi
public class ReleaseSubscription {
    private static final String NUMBERS = "Send the `cursor` of an event, the `id` of a release, or 0 for all.";

    private final ReleaseEvents events;
    private final DatasetCatalog datasets;

    ReleaseSubscription(ReleaseEvents events, DatasetCatalog datasets) {
        this.events = events;
        this.datasets = datasets;
    }

    @Subscription
    @Description("Each release when it is published, through whichever instance, in order and once. Without"
            + " `after` it begins with the subscription; `datasets { releases }` lists what was before. An unknown dataset is an error that"
            + " suggests the nearest ids.")
    public Multi<ReleasePublished> releasePublished(
            @Name("dataset") @Description("Only of this dataset, by id; of any if left out.") @Id @Nullable
                    String dataset,
            @Name("after")
                    @Description(
                            "The `cursor` of the last event that was seen, or the number of a release: what was published after"
                                    + " it comes first, so that nothing is lost between two connections.")
                    @Id
                    @Nullable
                    String after) {
        Multi<ReleasePublished> published = (after == null
                        ? events.published()
                        : events.publishedAfter(ReleaseNumbers.read("after", after, NUMBERS)))
                .map(ReleasePublished::of);
        if (dataset == null) {
            return published;
        }
        return datasets.byId(dataset)
                .onItem()
                .transformToMulti(known -> published.select().where(event -> dataset.equals(event.datasetId())));
    }

    /** The dataset of an event. */
    @Description("The dataset.")
    public Uni<TradeDataset> dataset(@Source ReleasePublished event) {
        return datasets.byId(event.datasetId());
    }
}
