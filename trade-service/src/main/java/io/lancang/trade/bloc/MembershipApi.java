package io.lancang.trade.bloc;

import io.lancang.kit.argument.Years;
import io.lancang.kit.batch.Batches;
import io.lancang.kit.batch.References;
import io.lancang.kit.cost.ListSize;
import io.lancang.kit.history.Vantage;
import io.lancang.kit.history.Vantages;
import io.lancang.kit.provenance.Source;
import io.lancang.kit.provenance.SourceRepository;
import io.lancang.trade.figure.Gap;
import io.lancang.trade.partner.Partner;
import io.lancang.trade.partner.PartnerRepository;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.graphql.api.federation.Shareable;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** Memberships in the graph, from both of their ends. Every field is one statement for a whole list. */
@GraphQLApi
@RegisterForReflection(fields = false)
public class MembershipApi {
    private static final String AS_OF = "Day on which the membership holds; today if left out.";

    private static final String LOADED_BY =
            "Answers from what had been loaded at this moment, as `asOf` does elsewhere: later"
                    + " releases and what they revised are not seen. The present if left out.";

    private final MembershipRepository memberships;
    private final BlocRepository blocs;
    private final PartnerRepository partners;
    private final SourceRepository sources;
    private final Vantages vantages;

    MembershipApi(
            MembershipRepository memberships,
            BlocRepository blocs,
            PartnerRepository partners,
            SourceRepository sources,
            Vantages vantages) {
        this.memberships = memberships;
        this.vantages = vantages;
        this.blocs = blocs;
        this.partners = partners;
        this.sources = sources;
    }

    /** Who or what is asked for, and on which day. */
    private record Key(String code, When when) {}

    /** On which day, and seen from when. */
    private record When(@Nullable LocalDate asOf, @Nullable OffsetDateTime loadedBy) {
        When {
            Years.check("asOf", asOf);
            Years.check("loadedBy", loadedBy);
        }
    }

    /** The members of a bloc. */
    @Description("Who belongs to the bloc on a day, ordered by code of the partner.")
    @ListSize(assumedSize = 15)
    public @NonNull Uni<List<@NonNull Membership>> members(
            @org.eclipse.microprofile.graphql.Source Bloc bloc,
            @Name("asOf") @Description(AS_OF) @Nullable LocalDate asOf,
            @Name("loadedBy") @Description(LOADED_BY) @Nullable OffsetDateTime loadedBy) {
        return Batches.load(
                "bloc-members",
                new Key(bloc.code(), new When(asOf, loadedBy)),
                keys -> byDay(keys, memberships::membersOf));
    }

    /** Why there are none. */
    @Description("Why `members` with the same arguments is empty; null if it is not.")
    public Uni<@Nullable Gap> membersGap(
            @org.eclipse.microprofile.graphql.Source Bloc bloc,
            @Name("asOf") @Description(AS_OF) @Nullable LocalDate asOf,
            @Name("loadedBy") @Description(LOADED_BY) @Nullable OffsetDateTime loadedBy) {
        return Batches.load(
                        "bloc-members-gap",
                        new Key(bloc.code(), new When(asOf, loadedBy)),
                        keys -> gaps(keys, "members of ", memberships::spansOfBlocs))
                .map(gap -> (@Nullable Gap) gap);
    }

    /** The memberships of a partner. */
    @Description("The blocs that the partner belongs to on a day, ordered by code of the bloc.")
    @ListSize(assumedSize = 8)
    public Uni<List<@NonNull Membership>> memberships(
            @org.eclipse.microprofile.graphql.Source Partner partner,
            @Name("asOf") @Description(AS_OF) @Nullable LocalDate asOf,
            @Name("loadedBy") @Description(LOADED_BY) @Nullable OffsetDateTime loadedBy) {
        return Batches.load(
                "partner-memberships",
                new Key(partner.code(), new When(asOf, loadedBy)),
                keys -> byDay(keys, memberships::membershipsOf));
    }

    /** Why there are none. */
    @Description("Why `memberships` with the same arguments is empty; null if it is not.")
    public Uni<@Nullable Gap> membershipsGap(
            @org.eclipse.microprofile.graphql.Source Partner partner,
            @Name("asOf") @Description(AS_OF) @Nullable LocalDate asOf,
            @Name("loadedBy") @Description(LOADED_BY) @Nullable OffsetDateTime loadedBy) {
        return Batches.load(
                        "partner-memberships-gap",
                        new Key(partner.code(), new When(asOf, loadedBy)),
                        keys -> gaps(keys, "memberships of ", memberships::spansOfPartners))
                .map(gap -> (@Nullable Gap) gap);
    }

    /** The partners of memberships. */
    @Shareable
    @Description("Who belongs.")
    public @NonNull Uni<List<@NonNull Partner>> partner(
            @org.eclipse.microprofile.graphql.Source List<Membership> memberships) {
        return partners.byReferences(
                        memberships.stream().map(Membership::member).toList())
                .map(found -> memberships.stream()
                        .map(membership -> Objects.requireNonNull(found.get(membership.member())))
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
    @ListSize(assumedSize = 2)
    public @NonNull Uni<List<@NonNull List<@NonNull Source>>> sources(
            @org.eclipse.microprofile.graphql.Source List<Membership> memberships) {
        return References.many(memberships, Membership::citations, sources::byReferences);
    }

    /** Reads memberships of codes, on a day (today if empty). */
    private interface Reader {
        Uni<Map<String, List<Membership>>> read(List<String> codes, Optional<LocalDate> day, Vantage vantage);
    }

    private Uni<Map<Key, List<Membership>>> byDay(List<Key> keys, Reader reader) {
        return Batches.byArguments(
                keys,
                Key::when,
                (when, ofThem) -> vantages.lookUp(when.loadedBy())
                        .chain(vantage -> reader.read(
                                ofThem.stream().map(Key::code).toList(), Optional.ofNullable(when.asOf()), vantage))
                        .map(found -> Batches.lists(ofThem, Key::code, found)));
    }

    /** Reads from when to when there are memberships of codes, and how many there are on a day (today if empty). */
    private interface SpanReader {
        Uni<Map<String, MembershipSpan>> read(List<String> codes, Optional<LocalDate> day, Vantage vantage);
    }

    /** Of those that have none on the day, in one statement. */
    private Uni<Map<Key, Gap>> gaps(List<Key> keys, String what, SpanReader reader) {
        return Batches.byArguments(
                keys,
                Key::when,
                (when, ofThem) -> vantages.lookUp(when.loadedBy())
                        .chain(vantage -> reader.read(
                                ofThem.stream().map(Key::code).toList(), Optional.ofNullable(when.asOf()), vantage))
                        .map(spans -> {
                            Map<Key, Gap> gaps = new HashMap<>();
                            for (Key key : ofThem) {
                                MembershipSpan.gapOf(spans.get(key.code()), what + key.code())
                                        .ifPresent(gap -> gaps.put(key, gap));
                            }
                            return gaps;
                        }));
    }
}
