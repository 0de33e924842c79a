package io.lancang.corridor.corridor;

import io.lancang.corridor.vocabulary.CountryCodes;
import io.lancang.kit.error.ServiceException;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** The borders between two countries in the graph. */
@GraphQLApi
public class BorderApi {
    private final Borders borders;
    private final CountryCodes countries;

    BorderApi(Borders borders, CountryCodes countries) {
        this.borders = borders;
        this.countries = countries;
    }

    /** Where two countries meet. */
    @Query
    @Description("Where two countries meet: pairs of locations on both sides of the border between them, joined by a"
            + " segment or known as a pair. Ordered by id; empty if none is on record.")
    public @NonNull Uni<List<@NonNull CrossingPair>> borderCrossings(
            @Name("from") @Description("The first country: ISO 3166-1 alpha-3 code.") @Id @NonNull String from,
            @Name("to") @Description("The second country: ISO 3166-1 alpha-3 code.") @Id @NonNull String to) {
        countries.check(from);
        countries.check(to);
        if (from.equals(to)) {
            throw ServiceException.badInput(
                    "`from` and `to` are the same country " + from + ".", "Name two countries.");
        }
        return borders.between(from, to);
    }
}
