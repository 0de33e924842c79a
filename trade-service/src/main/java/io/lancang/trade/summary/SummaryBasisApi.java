package io.lancang.trade.summary;

import io.lancang.kit.batch.Batches;
import io.lancang.kit.history.Vantage;
import io.lancang.trade.flow.ComparisonBasis;
import io.lancang.trade.flow.Composition;
import io.lancang.trade.flow.CountedMembers;
import io.lancang.trade.partner.Partner;
import io.lancang.trade.partner.PartnerReference;
import io.lancang.trade.partner.PartnerRepository;
import io.lancang.trade.totals.SeenTotals;
import io.lancang.trade.totals.TotalsInMemory;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** Over whom the growth of groups is, in the graph: one statement for all groups of an answer, and memberships from memory. */
@GraphQLApi
@RegisterForReflection(fields = false)
public class SummaryBasisApi {
    private static final String NOBODY = "";

    private final TotalsInMemory totals;
    private final PartnerRepository partners;

    SummaryBasisApi(TotalsInMemory totals, PartnerRepository partners) {
        this.totals = totals;
        this.partners = partners;
    }

    /** Over which partners a group grew. */
    @Description(
            "Over which partners `growth` is; null for one partner, for the remainder, for partners in no bloc or no region,"
                    + " and where there is no growth.")
    public Uni<List<@Nullable ComparisonBasis>> basis(@Source List<SummaryRow> rows) {
        List<SummaryRow> grown =
                rows.stream().filter(row -> row.grown() != null).toList();
        return Batches.byArguments(grown, SummaryRow::seen, this::bases)
                .map(found ->
                        rows.stream().<@Nullable ComparisonBasis>map(found::get).toList());
    }

    private Uni<Map<SummaryRow, ComparisonBasis>> bases(Vantage seen, List<SummaryRow> rows) {
        return totals.seenFrom(seen)
                .chain(known -> partners.countriesBut(NOBODY, seen).map(countries -> {
                    Map<SummaryRow, ComparisonBasis> bases = new HashMap<>();
                    for (SummaryRow row : rows) {
                        GrownGroup group = row.grown();
                        if (group != null) {
                            bases.put(row, basisOf(group, known, countries.values()));
                        }
                    }
                    return bases;
                }));
    }

    private static ComparisonBasis basisOf(GrownGroup group, SeenTotals known, Collection<Partner> countries) {
        List<PartnerReference> uncompared = PartnerReference.all(uncompared(group, known, countries), known.vantage());
        if (!group.blocs().isEmpty()) {
            return ComparisonBasis.ofBlocs(
                    group.blocs(),
                    group.earlier(),
                    group.period(),
                    group.counted(),
                    uncompared,
                    group.reporter(),
                    known);
        }
        return new ComparisonBasis(
                group.compared() == null ? Composition.AS_OF_YEAR : Composition.LIKE_FOR_LIKE,
                null,
                List.of(),
                List.of(),
                uncompared);
    }

    private static List<String> uncompared(GrownGroup group, SeenTotals known, Collection<Partner> countries) {
        List<String> compared = group.compared();
        return compared == null
                ? List.of()
                : membersOf(group, known, countries).stream()
                        .filter(code -> !compared.contains(code))
                        .sorted()
                        .toList();
    }

    /** Who is in a group: countries and former states, unless the filter names others. */
    private static Set<String> membersOf(GrownGroup group, SeenTotals known, Collection<Partner> countries) {
        Set<String> members = countries.stream()
                .filter(country ->
                        group.regions().isEmpty() || group.regions().contains(String.valueOf(country.region())))
                .map(Partner::code)
                .filter(code -> !code.equals(group.reporter()))
                .collect(Collectors.toSet());
        if (!group.partners().isEmpty()) {
            members.retainAll(group.partners());
        }
        if (!group.blocs().isEmpty()) {
            CountedMembers counted = group.counted();
            members.retainAll(
                    ComparisonBasis.membersOf(group.blocs(), counted, group.period(), group.reporter(), known));
        }
        return members;
    }
}
