package io.lancang.trade.product;

import io.lancang.kit.batch.References;
import io.lancang.kit.provenance.SourceRepository;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** What concordances refer to by id. */
@GraphQLApi
@RegisterForReflection(fields = false)
public class CorrespondenceApi {
    private final ProductRepository repository;
    private final SourceRepository sources;

    CorrespondenceApi(ProductRepository repository, SourceRepository sources) {
        this.repository = repository;
        this.sources = sources;
    }

    /** The products that correspondences lead to. */
    @Description("The product there; null if the titles of its classification are not loaded.")
    public Uni<List<@Nullable Product>> product(@Source List<Correspondence> correspondences) {
        return References.one(correspondences, Correspondence::productId, repository::byIds);
    }

    /** Who relates codes. */
    @Description("Who says so.")
    public Uni<List<io.lancang.kit.provenance.@Nullable Source>> source(@Source List<Correspondence> correspondences) {
        return References.one(correspondences, Correspondence::citation, sources::byReferences);
    }
}
