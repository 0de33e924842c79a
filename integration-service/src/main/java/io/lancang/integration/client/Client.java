package io.lancang.integration.client;

import io.lancang.kit.node.Node;
import io.lancang.kit.node.NodeId;
import io.smallrye.graphql.api.federation.FieldSet;
import io.smallrye.graphql.api.federation.Key;
import io.smallrye.graphql.api.federation.Shareable;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * A system that connects.
 *
 * @param planName name of its plan, served as {@code plan}
 */
@Key(fields = @FieldSet("id"))
@Description("A system of a partner that connects with keys of its own.")
public record Client(
        @Description("Its id, such as `mekong-customs`. The claim `sub` of its requests.") @Id @NonNull
        String id,

        @Description("What it is called.") @NonNull String name,

        @Description("Who answers for it: an address of e-mail or a telephone number.") @NonNull
        String contact,

        @Description("Whether it may ask.") @NonNull ClientState state,

        @Description("Why it is suspended; null while it is not.") @Nullable
        String suspensionReason,

        @Description("What it may do here.") @NonNull ClientRole role,

        @Description("The scopes that its keys may have.") @NonNull
        List<@NonNull String> scopes,

        @Description("When it was registered.") @NonNull OffsetDateTime createdAt,

        @Ignore String planName)
        implements Node {
    /** Its id in the whole graph. */
    @Shareable
    @Override
    @Description(Node.MEANING)
    @Id
    @NonNull
    public String getNodeId() {
        return NodeId.text("Client", id);
    }
}
