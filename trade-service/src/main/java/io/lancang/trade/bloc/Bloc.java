package io.lancang.trade.bloc;

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
 * A group of partners by treaty or custom.
 *
 * @param code the key
 * @param nameEn name in English, served through {@code name}
 * @param nameZh name in Chinese, served through {@code name}
 */
@Key(fields = @FieldSet("code"))
@Description("A group of partners by treaty or custom. Its figures are computed from its members.")
public record Bloc(
        @Description("Code, such as `ASEAN`.") @Id @NonNull String code,
        @Ignore String nameEn,
        @Ignore @Nullable String nameZh)
        implements Node {
    /** Its id in the whole graph. */
    @Shareable
    @Override
    @Description(Node.MEANING)
    @Id
    @NonNull
    public String getNodeId() {
        return NodeId.text("Bloc", code);
    }
}
