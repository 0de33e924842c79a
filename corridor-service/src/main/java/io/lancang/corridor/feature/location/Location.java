package io.lancang.corridor.feature.location;

import io.lancang.corridor.ground.fact.Names;
import io.lancang.corridor.ground.partner.Partner;
import io.lancang.kit.history.Vantage;
import io.lancang.kit.node.Node;
import io.lancang.kit.node.NodeId;
import io.smallrye.graphql.api.federation.FieldSet;
import io.smallrye.graphql.api.federation.Key;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Key(fields = @FieldSet("id"))
@Description("A place of the network: a city, port, border crossing, station or plant.")
public record Location(
        @Description("Stable id, such as `mohan`.") @Id @NonNull
        String id,

        @Ignore Names names,

        @Description("What it is.") @NonNull LocationKind kind,

        @Description("UN/LOCODE without a blank, such as `CNMHN`; null if it has none.") @Nullable
        String unlocode,

        @Description("IATA code of the airport, such as `KMG`; null if it has none.") @Nullable
        String iata,

        @Description("Where it is; null if no source gives coordinates.") @Nullable
        Coordinates coordinates,

        @Description("Province, state or prefecture.") @Nullable
        String admin1,

        @Description("The country that it is in.") @Nullable Partner partner,

        @Description("What else there is to know, such as the crossing on the other side of the border.") @Nullable
        String note,

        @Ignore Vantage seen)
        implements Node {
    /** Its id in the whole graph. */
    @Override
    @Description(Node.MEANING)
    @Id
    @NonNull
    public String getNodeId() {
        return NodeId.text("Location", seen, id);
    }
}
