package io.lancang.integration.plan;

import io.lancang.kit.entity.OwnSession;
import io.lancang.kit.error.ServiceException;
import io.lancang.kit.error.Suggestions;
import io.lancang.kit.text.Brief;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads plans. */
@Singleton
public class PlanRepository implements PanacheRepositoryBase<PlanEntity, String> {
    private static final String ANONYMOUS = "anonymous";

    /** All plans, by name. */
    Uni<List<Plan>> all() {
        return OwnSession.read(() -> listAll(Sort.by("name"))
                .map(all -> all.stream().map(PlanEntity::asRecord).toList()));
    }

    /** The plans with these names, by name: one statement. */
    public Uni<Map<String, Plan>> byNames(Collection<String> names) {
        List<String> distinct = names.stream().distinct().toList();
        return OwnSession.read(() -> list("name in ?1", distinct)
                .map(found -> found.stream()
                        .map(PlanEntity::asRecord)
                        .collect(Collectors.toMap(Plan::name, Function.identity()))));
    }

    /** The plan of who asks without a key; fails with NOT_FOUND if there is none. */
    public Uni<Plan> anonymous() {
        return OwnSession.read(() -> findById(ANONYMOUS)
                .onItem()
                .ifNull()
                .failWith(() -> ServiceException.notFound(
                        "There is no plan '" + ANONYMOUS + "'.", "Who asks without a key is not limited by a plan."))
                .map(PlanEntity::asRecord));
    }

    /** The plan, in the current session; fails with NOT_FOUND if there is none. */
    public Uni<PlanEntity> require(String name) {
        return findById(name)
                .onItem()
                .ifNull()
                .switchTo(() -> names().map(names -> {
                    throw unknown(name, names);
                }));
    }

    private Uni<List<String>> names() {
        return listAll(Sort.by("name"))
                .map(all -> all.stream().map(plan -> plan.asRecord().name()).toList());
    }

    private static ServiceException unknown(String name, List<String> names) {
        String near = Suggestions.hint(
                name,
                names.stream()
                        .map(known -> new Suggestions.Candidate(known, known))
                        .toList());
        return ServiceException.notFound(
                "There is no plan '" + Brief.value(name) + "'.",
                near == null ? "`plans { name }` lists those that there are; `createPlan` adds one." : near);
    }
}
