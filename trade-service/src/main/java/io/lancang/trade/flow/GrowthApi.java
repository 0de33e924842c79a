package io.lancang.trade.flow;

import static java.util.Objects.requireNonNullElse;

import io.lancang.kit.batch.References;
import io.lancang.kit.cost.ListSize;
import io.lancang.trade.figure.Gap;
import io.lancang.trade.partner.Partner;
import io.lancang.trade.partner.PartnerRepository;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** How points grew, and over whom that is said, in the graph. */
@GraphQLApi
@RegisterForReflection(fields = false)
public class GrowthApi {
    /** What {@code composition} of a comparison means. */
    public static final String COMPOSITION = "Whose trade is compared, for a bloc or another set of partners. Left out,"
            + " LIKE_FOR_LIKE, unless the series itself has the same members in every year: then those. AS_OF_YEAR"
            + " compares each period's own members, so that who joins or leaves changes the figure.";

    /** What {@code membersOf} of a comparison means. */
    public static final String MEMBERS_OF =
            "The year whose members are compared, with LIKE_FOR_LIKE; the later of the two if left out.";

    private static final String GROWTH = "Change of the total on the previous period of the same length, in percent:"
            + " (total - previous) / previous * 100. Of a bloc or another set of partners the same partners in both, so"
            + " that `previous` need not be the total of the point before. Null with `growthGap` where undefined.";
    private static final String ON_YEAR = "Change of the total on the same period a year earlier, in percent. For years"
            + " it is `growth`; for months it compares a month with the same month of the year before. Null with"
            + " `growthOnYearGap` where undefined.";

    private final PartnerRepository partners;

    GrowthApi(PartnerRepository partners) {
        this.partners = partners;
    }

    /** Growth on the period before. */
    @Description(GROWTH)
    public @Nullable Double growth(
            @Source TradePoint point,
            @Name("composition") @Description(COMPOSITION) @Nullable Composition composition,
            @Name("membersOf") @Description(MEMBERS_OF) @Nullable Integer membersOf) {
        return Growth.of(point, GrowthBase.PREVIOUS_PERIOD, new ComparedMembers(composition, membersOf))
                .percent();
    }

    /** Why there is none. */
    @Description("Why `growth` is null; null if it is not.")
    public @Nullable Gap growthGap(
            @Source TradePoint point,
            @Name("composition") @Description(COMPOSITION) @Nullable Composition composition,
            @Name("membersOf") @Description(MEMBERS_OF) @Nullable Integer membersOf) {
        return Growth.of(point, GrowthBase.PREVIOUS_PERIOD, new ComparedMembers(composition, membersOf))
                .gap();
    }

    /** Growth on the year before. */
    @Description(ON_YEAR)
    public @Nullable Double growthOnYear(
            @Source TradePoint point,
            @Name("composition") @Description(COMPOSITION) @Nullable Composition composition,
            @Name("membersOf") @Description(MEMBERS_OF) @Nullable Integer membersOf) {
        return Growth.of(point, GrowthBase.YEAR_EARLIER, new ComparedMembers(composition, membersOf))
                .percent();
    }

    /** Why there is none. */
    @Description("Why `growthOnYear` is null; null if it is not.")
    public @Nullable Gap growthOnYearGap(
            @Source TradePoint point,
            @Name("composition") @Description(COMPOSITION) @Nullable Composition composition,
            @Name("membersOf") @Description(MEMBERS_OF) @Nullable Integer membersOf) {
        return Growth.of(point, GrowthBase.YEAR_EARLIER, new ComparedMembers(composition, membersOf))
                .gap();
    }

    /** Growth with what it stands on. */
    @Description("How the total grew, with the two totals and the partners that they are over.")
    public @NonNull Growth growthDetail(
            @Source TradePoint point,
            @Name("on") @Description("What it grew on.") @DefaultValue("PREVIOUS_PERIOD") @Nullable GrowthBase on,
            @Name("composition") @Description(COMPOSITION) @Nullable Composition composition,
            @Name("membersOf") @Description(MEMBERS_OF) @Nullable Integer membersOf) {
        return Growth.of(
                point, requireNonNullElse(on, GrowthBase.PREVIOUS_PERIOD), new ComparedMembers(composition, membersOf));
    }

    /** Who came. */
    @Description("Who is a member in the later period and was none in the earlier one.")
    @ListSize(assumedSize = 3)
    public @NonNull Uni<List<@NonNull List<@NonNull Partner>>> joined(@Source List<ComparisonBasis> bases) {
        return References.many(bases, ComparisonBasis::joinedMembers, partners::byReferences);
    }

    /** Who went. */
    @Description("Who is a member in the earlier period and none in the later one.")
    @ListSize(assumedSize = 3)
    public @NonNull Uni<List<@NonNull List<@NonNull Partner>>> left(@Source List<ComparisonBasis> bases) {
        return References.many(bases, ComparisonBasis::leftMembers, partners::byReferences);
    }

    /** Who cannot be compared. */
    @Description("Who counts in neither period, for want of a figure in one of them.")
    @ListSize(assumedSize = 3)
    public @NonNull Uni<List<@NonNull List<@NonNull Partner>>> uncompared(@Source List<ComparisonBasis> bases) {
        return References.many(bases, ComparisonBasis::uncomparedMembers, partners::byReferences);
    }
}
