package io.lancang.trade.selection;

import io.lancang.kit.text.Brief;
import io.lancang.trade.figure.Gap;
import io.lancang.trade.figure.GapReason;
import io.lancang.trade.partner.PartnerConnection;
import io.lancang.trade.partner.PartnerFilter;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** Why a page of partners is empty, in the graph: from the page itself, without a statement. */
@GraphQLApi
public class EmptyPartnersApi {
    @Description("Why there are no partners on the page; null if there are some.")
    public @Nullable Gap gap(@Source PartnerConnection page) {
        if (!page.nodes().isEmpty()) {
            return null;
        }
        return Gap.of(
                GapReason.NO_MATCH,
                page.pageInfo().hasPreviousPage()
                        ? "Nothing is found: the page before was the last one."
                        : "Nothing is found: no partner is all of this: "
                                + asked(page.asked().filter()) + ".");
    }

    private static String asked(PartnerFilter filter) {
        return Stream.of(
                        named("kind", filter.kind()),
                        named("region", filter.region()),
                        named("bloc", filter.bloc()),
                        named("text", filter.text()))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    private static @Nullable String named(String name, @Nullable Object value) {
        return value == null
                ? null
                : name + " " + (value instanceof String text ? "'" + Brief.value(text) + "'" : value);
    }
}
