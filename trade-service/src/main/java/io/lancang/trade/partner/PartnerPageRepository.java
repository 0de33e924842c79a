package io.lancang.trade.partner;

import io.lancang.kit.connection.PageArguments;
import io.lancang.kit.connection.Slice;
import io.lancang.kit.entity.OwnSession;
import io.lancang.kit.history.Vantage;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Reads pages of partners. */
@Singleton
class PartnerPageRepository {
    /** A page of partners. */
    Uni<Slice<Partner>> page(PartnerFilter filter, PartnerOrder order, PageArguments page, Vantage seen) {
        PartnerQuery query = new PartnerQuery(filter, seen).beyond(order, page);
        return OwnSession.read(() -> PartnerStatements.list(
                        query.ordered(order, page.direction()), seen, query.parameters(), page.limit()))
                .map(page::slice);
    }

    /** How many there are on all pages. */
    Uni<Integer> count(PartnerFilter filter, Vantage seen) {
        PartnerQuery query = new PartnerQuery(filter, seen);
        return OwnSession.read(() -> PartnerStatements.value(query.counted(), Long.class, query.parameters())
                .map(Math::toIntExact));
    }
}
