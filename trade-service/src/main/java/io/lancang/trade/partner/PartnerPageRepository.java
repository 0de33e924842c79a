package io.lancang.trade.partner;

import io.lancang.kit.entity.OwnSession;
import io.lancang.kit.history.Vantage;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads pages of partners. */
@Singleton
class PartnerPageRepository {
    /** At most {@code limit} partners after the keyset, if there is one. */
    Uni<List<Partner>> page(
            PartnerFilter filter, PartnerOrder order, int limit, @Nullable List<String> after, Vantage seen) {
        PartnerQuery query = new PartnerQuery(filter, seen).after(order, after);
        return OwnSession.read(() -> PartnerStatements.list(query.ordered(order), seen, query.parameters(), limit));
    }

    /** How many there are on all pages. */
    Uni<Integer> count(PartnerFilter filter, Vantage seen) {
        PartnerQuery query = new PartnerQuery(filter, seen);
        return OwnSession.read(() -> PartnerStatements.value(query.counted(), Long.class, query.parameters())
                .map(Math::toIntExact));
    }
}
