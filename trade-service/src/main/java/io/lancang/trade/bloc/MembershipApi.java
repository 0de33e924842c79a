package io.lancang.trade.bloc;

import io.lancang.kit.batch.Batches;
import io.lancang.kit.batch.References;
import io.lancang.kit.provenance.Source;
import io.lancang.kit.provenance.SourceCatalog;
import io.lancang.trade.partner.Partner;
import io.lancang.trade.partner.PartnerRepository;
import io.smallrye.graphql.api.federation.Shareable;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** Memberships in the graph, from both of their ends. Every field is one statement for a whole list. */
@GraphQLApi
public class MembershipApi {
    private static final String AS_OF = "Day on which the membership holds; today if left out.";

    private final BlocRepository blocs;
    private final PartnerRepository partners;
    private final SourceCatalog sources;

    MembershipApi(BlocRepository blocs, PartnerRepository partners, SourceCatalog sources) {
        this.blocs = blocs;
        this.partners = partners;
        this.sources = sources;
    }

    /** Who or what is asked for, and on which day. */
    record Key(String code, @Nullable LocalDate asOf) {}

    /** The members of a bloc. */
    @Description("Who belongs to the bloc on a day, ordered by code of the partner.")
    public @NonNull Uni<List<@NonNull Membership>> members(
            @org.eclipse.microprofile.graphql.Source Bloc bloc,
            @Name("asOf") @Description(AS_OF) @Nullable LocalDate asOf) {
        return Batches.load("bloc-members", new Key(bloc.code(), asOf), keys -> byDay(keys, blocs::membersOf));
    }

    /** The memberships of a partner. */
    @Description("The blocs that the partner belongs to on a day, ordered by code of the bloc.")
    public Uni<List<@NonNull Membership>> memberships(
            @org.eclipse.microprofile.graphql.Source Partner partner,
            @Name("asOf") @Description(AS_OF) @Nullable LocalDate asOf) {
        return Batches.load(
                "partner-memberships", new Key(partner.code(), asOf), keys -> byDay(keys, blocs::membershipsOf));
    }

    /** The partners of memberships. */
    @Shareable
    @Description("Who belongs.")
    public @NonNull Uni<List<@NonNull Partner>> partner(
            @org.eclipse.microprofile.graphql.Source List<Membership> memberships) {
        return partners.byCodes(
                        memberships.stream().map(Membership::partnerCode).toList())
                .map(found -> memberships.stream()
                        .map(membership -> Objects.requireNonNull(found.get(membership.partnerCode())))
                        .toList());
    }

    /** The blocs of memberships. */
    @Shareable
    @Description("What the partner belongs to.")
    public @NonNull Uni<List<@NonNull Bloc>> bloc(
            @org.eclipse.microprofile.graphql.Source List<Membership> memberships) {
        return blocs.byCodes(memberships.stream().map(Membership::blocCode).toList())
                .map(found -> memberships.stream()
                        .map(membership -> Objects.requireNonNull(found.get(membership.blocCode())))
                        .toList());
    }

    /** The sources of memberships. */
    @Shareable
    @Description("What says so.")
    public @NonNull Uni<List<@NonNull List<@NonNull Source>>> sources(
            @org.eclipse.microprofile.graphql.Source List<Membership> memberships) {
        return References.many(memberships, Membership::sourceIds, sources::byIds);
    }

    private static Uni<Map<Key, List<Membership>>> byDay(
            List<Key> keys, BiFunction<List<String>, Optional<LocalDate>, Uni<Map<String, List<Membership>>>> read) {
        return Batches.byArguments(
                keys,
                key -> Optional.ofNullable(key.asOf()),
                (day, ofDay) -> read.apply(ofDay.stream().map(Key::code).toList(), day)
                        .map(found -> ofDay.stream()
                                .collect(Collectors.toMap(
                                        key -> key, key -> found.getOrDefault(key.code(), List.of())))));
    }
}
