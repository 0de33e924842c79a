package io.lancang.corridor.feature.border;

import io.lancang.corridor.feature.segment.Segment;
import io.lancang.corridor.ground.history.SeenStatement;
import io.lancang.corridor.ground.vocabulary.CountryCodes;
import io.lancang.kit.cost.Cost;
import io.lancang.kit.cost.ListSize;
import io.lancang.kit.error.ServiceException;
import io.lancang.kit.history.Vantages;
import io.smallrye.mutiny.Uni;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** The borders between two countries in the graph. */
@GraphQLApi
public class BorderApi {
    private final BorderRepository borders;
    private final CountryCodes countries;
    private final Vantages vantages;

    BorderApi(BorderRepository borders, CountryCodes countries, Vantages vantages) {
        this.borders = borders;
        this.countries = countries;
        this.vantages = vantages;
    }

    /** Where two countries meet. */
    @Query
    @Description(
            "Where people and goods cross between two countries: pairs of locations on both sides of the border between"
                    + " them, known as a pair, or two border crossings that a road, railway or waterway joins. With `crossBorderLines`"
                    + " these are all segments that connectivity counts across the border. Ordered by id; empty if none is on record.")
    @Cost(weight = 5)
    @ListSize(assumedSize = 5)
    public @NonNull Uni<List<@NonNull CrossingPair>> borderCrossings(
            @Name("from") @Description("The first country: ISO 3166-1 alpha-3 code.") @Id @NonNull String from,
            @Name("to") @Description("The second country: ISO 3166-1 alpha-3 code.") @Id @NonNull String to,
            @Name("asOf") @Description(SeenStatement.AS_OF) @Nullable OffsetDateTime asOf) {
        check(from, to);
        return vantages.at(asOf).chain(seen -> borders.between(from, to, seen));
    }

    /** What else leads across. */
    @Query
    @Description(
            "What leads across the border between two countries and is no crossing: pipelines, power lines, cables, sea legs, and"
                    + " roads or railways whose ends lie away from the border. Ordered by id; empty if none is on record.")
    @Cost(weight = 5)
    @ListSize(assumedSize = 5)
    public @NonNull Uni<List<@NonNull Segment>> crossBorderLines(
            @Name("from") @Description("The first country: ISO 3166-1 alpha-3 code.") @Id @NonNull String from,
            @Name("to") @Description("The second country: ISO 3166-1 alpha-3 code.") @Id @NonNull String to,
            @Name("asOf") @Description(SeenStatement.AS_OF) @Nullable OffsetDateTime asOf) {
        check(from, to);
        return vantages.at(asOf).chain(seen -> borders.lines(from, to, seen));
    }

    private void check(String from, String to) {
        countries.check(from);
        countries.check(to);
        if (from.equals(to)) {
            throw ServiceException.badInput(
                    "`from` and `to` are the same country " + from + ".", "Name two countries.");
        }
    }
}
