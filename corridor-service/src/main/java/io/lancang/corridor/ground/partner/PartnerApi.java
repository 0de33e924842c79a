package io.lancang.corridor.ground.partner;

import io.lancang.kit.error.ServiceException;
import io.smallrye.graphql.api.federation.External;
import io.smallrye.graphql.api.federation.Resolver;
import io.smallrye.mutiny.Uni;
import jakarta.json.JsonObject;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/**
 * Representations of partners and blocs become objects here, without a look at the database: whether they exist is the
 * trade subgraph's to say.
 */
@GraphQLApi
public class PartnerApi {
    /** Partners by key. */
    @Resolver
    public Uni<List<Partner>> partner(List<String> code) {
        return Uni.createFrom().item(code.stream().map(Partner::new).toList());
    }

    /** Blocs by key alone: their corridors cannot be answered. */
    @Resolver
    public Uni<List<Bloc>> blocByCode(@Name("code") List<String> code) {
        return Uni.createFrom()
                .item(code.stream().map(known -> new Bloc(known, null)).toList());
    }

    /** Blocs by key together with the members that {@code corridors} requires. */
    @Resolver
    public Uni<List<Bloc>> bloc(List<String> code, List<@Nullable List<JsonObject>> members) {
        List<Bloc> blocs = new ArrayList<>();
        for (int index = 0; index < code.size(); index++) {
            blocs.add(new Bloc(code.get(index), memberships(members.get(index))));
        }
        return Uni.createFrom().item(blocs);
    }

    private static @Nullable List<Membership> memberships(@Nullable List<JsonObject> members) {
        return members == null
                ? null
                : members.stream().map(PartnerApi::membership).toList();
    }

    private static Membership membership(JsonObject member) {
        return new Membership(new Partner(member.getJsonObject("partner").getString("code")));
    }

    /** The members, as the representation brought them. */
    @External
    @Description("The members of the bloc.")
    public @NonNull Uni<List<@NonNull Membership>> members(
            @Source Bloc bloc,
            @Name("asOf") @Description("The day that membership is asked for; today if left out.") @Nullable
                    LocalDate asOf,
            @Name("loadedBy") @Description("From when memberships are seen; the present if left out.") @Nullable
                    OffsetDateTime loadedBy) {
        return Uni.createFrom().item(membersOf(bloc));
    }

    /**
     * The members that the representation of a bloc brought along.
     *
     * @throws ServiceException BAD_USER_INPUT if it brought none
     */
    public static List<Membership> membersOf(Bloc bloc) {
        List<Membership> members = bloc.members();
        if (members == null) {
            throw ServiceException.badInput(
                    "The representation of the bloc '" + bloc.code() + "' has no members.",
                    "Send `members { partner { code } }` along with the key: the corridors of a bloc are those of its"
                            + " members.");
        }
        return members;
    }
}
