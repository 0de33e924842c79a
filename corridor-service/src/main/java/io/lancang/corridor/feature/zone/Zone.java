package io.lancang.corridor.feature.zone;

import io.lancang.corridor.ground.fact.KeyDate;
import io.lancang.corridor.ground.fact.Names;
import io.lancang.corridor.ground.fact.PartialDate;
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
@Description("A zone at a location: an area of a free-trade zone, a border zone, an industrial or logistics park.")
public record Zone(
        @Description("Stable id, such as `ftz-kunming`.") @Id @NonNull
        String id,

        @Ignore Names names,

        @Description("What it is.") @NonNull ZoneKind kind,

        @Ignore String locationId,

        @Description(
                "When it was approved or began to work, as precisely as it is known; null if neither is on record.")
        @Nullable
        PartialDate established,

        @Description("The one date that the source gives, with what happened then; null if it gives none.") @Nullable
        KeyDate keyDate,

        @Description("Area in square kilometres; null if no source states it.") @Nullable
        Double areaKm2,

        @Description("What else there is to know.") @Nullable
        String note,

        @Ignore Vantage seen)
        implements Node {
    /** Its id in the whole graph. */
    @Override
    @Description(Node.MEANING)
    @Id
    @NonNull
    public String getNodeId() {
        return NodeId.text("Zone", seen, id);
    }
}
