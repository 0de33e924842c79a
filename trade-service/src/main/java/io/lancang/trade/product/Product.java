package io.lancang.trade.product;

import io.lancang.kit.node.Node;
import io.lancang.kit.node.NodeId;
import io.smallrye.graphql.api.federation.FieldSet;
import io.smallrye.graphql.api.federation.Key;
import io.smallrye.graphql.api.federation.Shareable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * A product of a classification.
 *
 * @param parentId id of what it is a part of, served as {@code parent}
 * @param sourceId where its title is from, served as {@code source}
 */
@Key(fields = @FieldSet("id"))
@Description("A product or a group of products of a classification.")
public record Product(
        @Description(
                "Stable id: the abbreviation of the classification and the code, such as `H6:8542`; `TOTAL` for all"
                        + " goods.")
        @Id
        @NonNull
        String id,

        @Description("The classification; null for all goods, which are the same in each.") @Nullable
        Classification classification,

        @Description("The code, without points; `TOTAL` for all goods.") @Id @NonNull
        String code,

        @Description("How deep it lies: the number of digits of the code, 1 for a section, 0 for all goods.")
        int level,

        @Description("Title in English, as the classification gives it.") @NonNull
        String title,

        @Description("Code of the section that it belongs to; null where the classification has none.") @Nullable
        String section,

        @Ignore @Nullable String parentId,
        @Ignore @Nullable String sourceId)
        implements Node {
    /** Its id in the whole graph. */
    @Shareable
    @Override
    @Description(Node.MEANING)
    @Id
    @NonNull
    public String getNodeId() {
        return NodeId.text("Product", id);
    }

    /** A product in the words of the database, where all goods are of the classification {@code ALL}. */
    static Product of(
            String id,
            String classification,
            String code,
            int level,
            String title,
            @Nullable String section,
            @Nullable String parentId,
            @Nullable String sourceId) {
        return new Product(
                id,
                Classification.ALL_GOODS.equals(id) ? null : Classification.valueOf(classification),
                code,
                level,
                title,
                section,
                parentId,
                sourceId);
    }
}
