package io.lancang.trade.bloc;

import static java.util.Objects.requireNonNullElse;

import io.lancang.kit.cost.ListSize;
import io.lancang.kit.error.ServiceException;
import io.lancang.kit.error.Suggestions;
import io.lancang.kit.provenance.Language;
import io.lancang.trade.partner.PartnerCode;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.graphql.api.federation.Resolver;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** Blocs in the graph. No method waits for anything, so all run on the event loop. */
@GraphQLApi
@NonBlocking
public class BlocApi {
    private final BlocRepository repository;

    BlocApi(BlocRepository repository) {
        this.repository = repository;
    }

    @Query
    @Description("One bloc by code. An unknown code is an error that suggests the nearest codes.")
    public Uni<Bloc> bloc(@Name("code") @Description("Code, such as `ASEAN`.") @Id @NonNull String code) {
        PartnerCode.check(code);
        return repository.byCodes(List.of(code)).flatMap(found -> {
            Bloc bloc = found.get(code);
            return bloc == null ? unknown(code) : Uni.createFrom().item(bloc);
        });
    }

    @Query
    @Description("Every bloc, ordered by code.")
    @ListSize(assumedSize = 10)
    public @NonNull Uni<List<@NonNull Bloc>> blocs() {
        return repository.all();
    }

    /** The blocs that other subgraphs name, in one statement; null for a code that does not exist. */
    @Resolver
    public Uni<List<@Nullable Bloc>> blocsByCode(@Name("code") @Id List<String> code) {
        return repository
                .byCodes(code)
                .map(found -> code.stream().map(found::get).toList());
    }

    /** The name in one of two languages. */
    @Description("The name; null where the language has none.")
    public @Nullable String name(
            @Source Bloc bloc,
            @Name("language") @Description("Language of the name.") @DefaultValue("EN") @Nullable Language language) {
        return switch (requireNonNullElse(language, Language.EN)) {
            case EN -> bloc.nameEn();
            case ZH -> bloc.nameZh();
        };
    }

    private <T> Uni<T> unknown(String code) {
        return repository
                .candidates()
                .flatMap(all -> Uni.createFrom()
                        .failure(ServiceException.notFound(
                                "There is no bloc '" + code + "'.", Suggestions.hint(code, all))));
    }
}
