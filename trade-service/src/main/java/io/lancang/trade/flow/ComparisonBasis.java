package io.lancang.trade.flow;

import io.lancang.trade.partner.PartnerReference;
import io.lancang.trade.period.Period;
import io.lancang.trade.totals.SeenTotals;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * Over which partners a bloc, or another set of partners, is compared.
 *
 * @param joinedMembers who is a member in the later period only
 * @param leftMembers who is a member in the earlier period only
 * @param uncomparedMembers who counts in neither period, for want of a figure in one
 */
@Description("Over which partners a bloc, or another set of partners, is compared in two periods.")
public record ComparisonBasis(
        @Description("Whose trade is compared.") @NonNull Composition composition,

        @Description("The year whose members are compared in both periods; null unless `composition` is LIKE_FOR_LIKE,"
                + " and for sets of partners that do not change.")
        @Nullable
        Integer membersOf,

        @Ignore List<PartnerReference> joinedMembers,
        @Ignore List<PartnerReference> leftMembers,
        @Ignore List<PartnerReference> uncomparedMembers) {

    /**
     * Over whom a subject is compared; null for one partner.
     *
     * @param compared as {@link ComparedMembers#of} has it
     * @param uncompared codes of who counts in neither period
     */
    public static @Nullable ComparisonBasis of(
            Subject compared,
            Period earlier,
            Period later,
            ComparedMembers members,
            List<String> uncompared,
            Terms terms) {
        List<PartnerReference> leftOut = PartnerReference.all(uncompared, terms.vantage());
        return switch (compared) {
            case Subject.OfPartner partner -> null;
            case Subject.OfBloc(String code, CountedMembers counted) ->
                ofBlocs(
                        List.of(code),
                        earlier,
                        later,
                        counted,
                        leftOut,
                        terms.reporter().code(),
                        terms.totals());
            case Subject.OfPartners partners -> ofSet(members, leftOut);
            case Subject.OfSome some -> ofSet(members, leftOut);
        };
    }

    /** Over whom the members of blocs are compared, given whose: those of both periods, whoever is compared, tell who came and went. */
    public static ComparisonBasis ofBlocs(
            List<String> blocs,
            Period earlier,
            Period later,
            CountedMembers counted,
            List<PartnerReference> uncompared,
            String reporter,
            SeenTotals totals) {
        Set<String> before = membersOf(blocs, CountedMembers.AS_OF_YEAR, earlier, reporter, totals);
        Set<String> after = membersOf(blocs, CountedMembers.AS_OF_YEAR, later, reporter, totals);
        return new ComparisonBasis(
                counted.composition(),
                counted.year(),
                PartnerReference.all(without(after, before), totals.vantage()),
                PartnerReference.all(without(before, after), totals.vantage()),
                uncompared);
    }

    /** Codes of those who belong to any of these blocs, without the reporter. */
    public static Set<String> membersOf(
            List<String> blocs, CountedMembers counted, Period period, String reporter, SeenTotals totals) {
        return blocs.stream()
                .flatMap(bloc -> totals.membersOf(bloc, counted.dayFor(period), reporter).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> without(Set<String> codes, Set<String> others) {
        return codes.stream().filter(code -> !others.contains(code)).toList();
    }

    /** Who belongs to a set that is no bloc does not change. */
    private static ComparisonBasis ofSet(ComparedMembers members, List<PartnerReference> uncompared) {
        Composition composition = members.countsEveryFigure() ? Composition.AS_OF_YEAR : Composition.LIKE_FOR_LIKE;
        return new ComparisonBasis(composition, null, List.of(), List.of(), uncompared);
    }
}
