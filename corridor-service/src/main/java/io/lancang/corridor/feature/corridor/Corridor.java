package io.lancang.corridor.feature.corridor;

import io.lancang.corridor.ground.fact.KeyDate;
import io.lancang.corridor.ground.fact.Mode;
import io.lancang.corridor.ground.fact.Names;
import io.lancang.corridor.ground.fact.PartialDate;
import io.lancang.corridor.ground.fact.Programme;
import io.lancang.corridor.ground.fact.Status;
import io.lancang.corridor.ground.partner.Partner;
import io.lancang.kit.cost.ListSize;
import io.lancang.kit.history.Vantage;
import io.lancang.kit.node.Node;
import io.lancang.kit.node.NodeId;
import io.smallrye.graphql.api.federation.FieldSet;
import io.smallrye.graphql.api.federation.Key;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Key(fields = @FieldSet("id"))
@Description("A corridor: a railway, road, pipeline, cable or service that links places, within or between countries.")
public record Corridor(
        @Description("Stable id, such as `clr`.") @Id @NonNull
        String id,

        @Ignore Names names,

        @Description("What it is for.") @NonNull CorridorKind kind,

        @Description("How goods, people, energy or data move over it: its own mode and those of its segments. Empty if"
                + " the source names none.")
        @NonNull
        List<@NonNull Mode> modes,

        @Description("How far it has come as a whole.") @NonNull
        Status status,

        @Description("The status in the words of the source, such as `operational (mostly freight)`.") @NonNull
        String statusNote,

        @Description("The day on which service began, on all of it or on its first section; null if it has not begun"
                + " or the day is not known.")
        @Nullable
        LocalDate openedOn,

        @Description(
                "The calendar year in which service began, on all of it or on its first section; null if it has not"
                        + " begun or the year is not known.")
        @Nullable
        Integer openedYear,

        @Description("When service began, or is planned to begin (`target`), as precisely as it is known; null if no"
                + " source says.")
        @Nullable
        PartialDate opened,

        @Description("The one date that the source gives, with what happened then; null if it gives none.") @Nullable
        KeyDate keyDate,

        @Description("Its length; null if neither the whole nor any segment is measured.") @Nullable
        Length lengthKm,

        @Description("The countries that it runs through or lands in, China included, in the order of the source.")
        @NonNull
        @ListSize(assumedSize = 4)
        List<@NonNull Partner> partners,

        @Description("The programmes of governments that it belongs to.") @NonNull
        List<@NonNull Programme> programmes,

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
        return NodeId.text("Corridor", seen, id);
    }
}
