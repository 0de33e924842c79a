package io.lancang.trade.bloc;

import io.lancang.kit.entity.OwnSession;
import io.lancang.kit.error.Suggestions.Candidate;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads blocs. Every method of its own is one statement. */
@Singleton
public class BlocRepository implements PanacheRepositoryBase<BlocEntity, String> {
    /** The blocs with these codes, by code; a code that does not exist is left out. */
    public Uni<Map<String, Bloc>> byCodes(Collection<String> codes) {
        List<String> distinct = codes.stream().distinct().toList();
        return OwnSession.read(() -> list("code in ?1", distinct)
                .map(found -> found.stream()
                        .map(BlocEntity::asRecord)
                        .collect(Collectors.toMap(Bloc::code, Function.identity()))));
    }

    Uni<List<Bloc>> all() {
        return OwnSession.read(() -> listAll(Sort.by("code"))
                .map(all -> all.stream().map(BlocEntity::asRecord).toList()));
    }

    /** Every code with its name, to suggest from. */
    public Uni<List<Candidate>> candidates() {
        return all().map(blocs -> blocs.stream()
                .map(bloc -> new Candidate(bloc.code(), bloc.nameEn()))
                .toList());
    }
}
