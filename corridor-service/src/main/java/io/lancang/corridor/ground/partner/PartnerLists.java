package io.lancang.corridor.ground.partner;

import io.lancang.kit.batch.Batches;
import io.lancang.kit.history.Vantage;
import io.lancang.kit.history.Vantages;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Lists that belong to partners, as of a moment. A partner comes from another subgraph and brings no moment along, so that
 * every field below it has one of its own.
 */
@Singleton
public class PartnerLists {
    private final Vantages vantages;

    PartnerLists(Vantages vantages) {
        this.vantages = vantages;
    }

    private record Moment(@Nullable OffsetDateTime at) {}

    private record PartnerThen(String code, Moment moment) {}

    /**
     * The list of a partner, read together with those of all others that the same level of the request asks for. To be called
     * from within a resolver, before anything asynchronous happens. Fails with BAD_USER_INPUT for a moment before the first
     * release.
     *
     * @param batch the name of the batch, unique in the service
     * @param read the lists of many partners, by code; one without an entry has an empty list
     */
    public <T> Uni<List<T>> of(
            String batch,
            Partner partner,
            @Nullable OffsetDateTime asOf,
            BiFunction<Collection<String>, Vantage, Uni<Map<String, List<T>>>> read) {
        return Batches.load(
                batch,
                new PartnerThen(partner.code(), new Moment(asOf)),
                keys -> Batches.byArguments(keys, PartnerThen::moment, (moment, some) -> readAll(some, moment, read)));
    }

    private <T> Uni<Map<PartnerThen, List<T>>> readAll(
            List<PartnerThen> keys,
            Moment moment,
            BiFunction<Collection<String>, Vantage, Uni<Map<String, List<T>>>> read) {
        List<String> codes = keys.stream().map(PartnerThen::code).toList();
        return vantages.lookUp(moment.at())
                .chain(seen -> read.apply(codes, seen))
                .map(found -> Batches.lists(keys, PartnerThen::code, found));
    }
}
