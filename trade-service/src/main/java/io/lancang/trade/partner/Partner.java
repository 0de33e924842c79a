package io.lancang.trade.partner;

import io.lancang.kit.node.Node;
import io.lancang.kit.node.NodeId;
import io.smallrye.graphql.api.federation.FieldSet;
import io.smallrye.graphql.api.federation.Key;
import io.smallrye.graphql.api.federation.Shareable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * Whom China trades with. Everything but the key is nullable in the graph: other subgraphs reach partners too, and an
 * outage of this one must not cost their part of an answer.
 *
 * @param code the key
 * @param nameEn name in English, served through {@code name}
 * @param nameZh name in Chinese, served through {@code name}
 * @param successorCodes codes of the partners that took its place, served as {@code succeededBy}
 */
@Key(fields = @FieldSet("code"))
@Description("Whom China trades with: a country or economy, a former state, or an aggregate that a dataset reports.")
public record Partner(
        @Description("ISO 3166 alpha-3 code; a word in capitals for aggregates, such as `WORLD`.") @Id @NonNull
        String code,

        @Description("ISO 3166 alpha-2 code; null where there is none.") @Nullable
        String iso2,

        @Description("ISO 3166 numeric code, three digits; null where there is none.") @Nullable
        String isoNumeric,

        @Description("What kind of reporting unit this is.") @Nullable
        PartnerKind kind,

        @Description(
                "Region of the United Nations' standard M49; null for aggregates and former states. Kosovo and Taiwan,"
                        + " which the standard does not list, have that of their neighbours.")
        @Nullable
        String region,

        @Ignore String nameEn,
        @Ignore @Nullable String nameZh,
        @Ignore List<String> successorCodes)
        implements Node {
    /** Its id in the whole graph. */
    @Shareable
    @Override
    @Description(Node.MEANING)
    @Id
    @NonNull
    public String getNodeId() {
        return NodeId.text("Partner", code);
    }
}
