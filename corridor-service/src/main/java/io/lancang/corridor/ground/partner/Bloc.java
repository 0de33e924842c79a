package io.lancang.corridor.ground.partner;

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
 * A bloc of partners.
 *
 * @param code its code
 * @param members its members, which the trade subgraph owns; null if the representation did not bring them
 */
@Key(fields = @FieldSet("code"))
@Description("A bloc of partners, such as ASEAN.")
public record Bloc(
        @Description("Code of the bloc, such as `ASEAN`.") @Id @NonNull
        String code,

        @Ignore @Nullable List<Membership> members)
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
