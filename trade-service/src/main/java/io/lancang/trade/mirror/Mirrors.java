package io.lancang.trade.mirror;

import io.lancang.kit.batch.Batches;
import io.lancang.kit.history.Vantages;
import io.lancang.trade.partner.Partners;
import io.lancang.trade.totals.Reporter;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds both reports of flows, for all partners and blocs of a request's level at once. */
@Singleton
class Mirrors {
    private final MirrorRepository repository;
    private final Partners partners;
    private final Vantages vantages;

    Mirrors(MirrorRepository repository, Partners partners, Vantages vantages) {
        this.repository = repository;
        this.partners = partners;
        this.vantages = vantages;
    }

    /**
     * Both reports. To be called from within a resolver, before anything asynchronous happens. Fails with NOT_FOUND for an
     * unknown reporter, and BAD_USER_INPUT for a moment before the first release.
     */
    Uni<Mirror> of(MirrorKey key) {
        return Batches.load("mirror", key, this::mirrors);
    }

    private Uni<Map<MirrorKey, Mirror>> mirrors(List<MirrorKey> keys) {
        return Batches.byArguments(keys, MirrorKey::arguments, this::mirrors);
    }

    private Uni<Map<MirrorKey, Mirror>> mirrors(MirrorKey.Arguments arguments, List<MirrorKey> keys) {
        return reporter(arguments.reporter())
                .chain(reporter -> vantages.lookUp(arguments.asOf())
                        .chain(seen -> repository
                                .pairs(keys.stream().map(Mirrors::placeOf).toList(), arguments, seen)
                                .map(found -> {
                                    Map<MirrorKey, Mirror> mirrors = new HashMap<>();
                                    keys.forEach(key -> mirrors.put(
                                            key,
                                            new Comparison(key, reporter, seen)
                                                    .of(found.getOrDefault(placeOf(key), new TreeMap<>()))));
                                    return mirrors;
                                })));
    }

    private static MirrorRepository.Place placeOf(MirrorKey key) {
        return new MirrorRepository.Place(key.code(), key.isBloc());
    }

    private Uni<Reporter> reporter(String code) {
        return Reporter.CHINA.code().equals(code)
                ? Uni.createFrom().item(Reporter.CHINA)
                : partners.byCode(code).map(partner -> new Reporter(partner.code(), partner.nameEn()));
    }
}
