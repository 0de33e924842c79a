package io.lancang.trade.investment;

import io.lancang.kit.batch.References;
import io.lancang.kit.provenance.SourceRepository;
import io.lancang.trade.partner.Partner;
import io.lancang.trade.partner.PartnerReference;
import io.lancang.trade.partner.PartnerRepository;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** What quoted shares refer to. */
@GraphQLApi
@RegisterForReflection(fields = false)
public class MemberShareApi {
    private final PartnerRepository partners;
    private final SourceRepository sources;

    MemberShareApi(PartnerRepository partners, SourceRepository sources) {
        this.partners = partners;
        this.sources = sources;
    }

    /** Whose shares. */
    @Description("The member.")
    public Uni<List<@Nullable Partner>> partner(@Source List<MemberShare> shares) {
        return References.one(
                shares,
                each -> new PartnerReference(each.partnerCode(), each.citation().seen()),
                partners::byReferences);
    }

    /** Who quotes them. */
    @Description("Who quotes the share.")
    public Uni<List<io.lancang.kit.provenance.@Nullable Source>> source(@Source List<MemberShare> shares) {
        return References.one(shares, MemberShare::citation, sources::byReferences);
    }
}
