package io.lancang.trade.corridor;

import io.lancang.trade.partner.Partner;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.graphql.api.federation.Resolver;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.jspecify.annotations.Nullable;

/**
 * Corridors as a router names them. The extension finds a resolver by the exact set of fields in a representation, so
 * there is one for each set that the fields of this subgraph require.
 */
@GraphQLApi
public class CorridorEntityApi {
    /** For requests that need the key alone. */
    @Resolver
    @NonBlocking
    public List<Corridor> corridorsById(@Name("id") @Id List<String> id) {
        return id.stream()
                .map(each -> new Corridor(each, null, null, List.of()))
                .toList();
    }

    /** For {@code tradeServed}. */
    @Resolver
    @NonBlocking
    public List<Corridor> corridorsWithPartners(
            @Name("id") @Id List<String> id, @Name("partners") List<List<PartnerReference>> partners) {
        return IntStream.range(0, id.size())
                .mapToObj(index -> new Corridor(id.get(index), null, null, partnersOf(partners.get(index))))
                .toList();
    }

    /** For {@code tradeAroundOpening}, and for both together. */
    @Resolver
    @NonBlocking
    public List<Corridor> corridorsWithOpening(
            @Name("id") @Id List<String> id,
            @Name("openedOn") List<String> openedOn,
            @Name("openedYear") List<@Nullable Integer> openedYear,
            @Name("partners") List<List<PartnerReference>> partners) {
        return IntStream.range(0, id.size())
                .mapToObj(index -> new Corridor(
                        id.get(index),
                        dayOf(openedOn.get(index)),
                        openedYear.get(index),
                        partnersOf(partners.get(index))))
                .toList();
    }

    /** For {@code tradeAroundOpening} as a gateway asks whose supergraph is of the time when a day was required. */
    @Resolver
    @NonBlocking
    public List<Corridor> corridorsWithDayOfOpening(
            @Name("id") @Id List<String> id,
            @Name("openedOn") List<String> openedOn,
            @Name("partners") List<List<PartnerReference>> partners) {
        List<@Nullable Integer> years = new ArrayList<>();
        openedOn.forEach(
                day -> years.add(day == null ? null : LocalDate.parse(day).getYear()));
        return corridorsWithOpening(id, openedOn, years, partners);
    }

    /** The values of a representation are no arguments: no scalar has parsed them. */
    private static @Nullable LocalDate dayOf(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    private static List<Partner> partnersOf(List<PartnerReference> references) {
        return references.stream()
                .map(reference ->
                        new Partner(reference.code(), null, null, null, null, reference.code(), null, List.of()))
                .toList();
    }
}
