package io.lancang.federation.plan;

import io.lancang.federation.operation.Conditions;
import io.lancang.federation.plan.query.EntityCall;
import io.lancang.federation.plan.query.EntityFetch;
import io.lancang.federation.plan.query.Fetch;
import io.lancang.federation.plan.query.FetchSelection;
import io.lancang.federation.plan.query.PlanPrinter;
import io.lancang.federation.plan.query.QueryPlan;
import io.lancang.federation.plan.query.Representation;
import io.lancang.federation.plan.query.RepresentationSelection;
import io.lancang.federation.plan.query.RootFetch;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Damages plans, to see that the damage is noticed. */
final class BrokenPlan {
    private BrokenPlan() {}

    /** A leaf without alias, arguments and conditions. */
    static FetchSelection.Field leaf(String name) {
        return new FetchSelection.Field(name, name, name, List.of(), Conditions.NONE, List.of());
    }

    /** The same plan with another fetch in the place of one. */
    static QueryPlan replace(QueryPlan plan, int fetch, UnaryOperator<Fetch> change) {
        List<Fetch> fetches = new ArrayList<>(plan.fetches());
        fetches.set(fetch, change.apply(fetches.get(fetch)));
        return new QueryPlan(plan.type(), fetches);
    }

    /** The same plan in which a fetch waits for these. */
    static QueryPlan after(QueryPlan plan, int fetch, Integer... earlier) {
        return replace(plan, fetch, one -> switch (one) {
            case RootFetch root -> root.after(List.of(earlier));
            case EntityFetch entities ->
                new EntityFetch(entities.id(), entities.subgraph(), List.of(earlier), entities.calls());
        });
    }

    /** The same plan in which a fetch asks for something else in the place of a field. */
    static QueryPlan replaceField(
            QueryPlan plan, int fetch, String mergeKey, UnaryOperator<FetchSelection.Field> change) {
        return select(plan, fetch, mergeKey, field -> Stream.of(change.apply(field)));
    }

    /** The same plan in which a fetch does not ask for a field. */
    static QueryPlan without(QueryPlan plan, int fetch, String mergeKey) {
        return select(plan, fetch, mergeKey, field -> Stream.empty());
    }

    /** The same plan in which a fetch asks for another field beside one. */
    static QueryPlan beside(QueryPlan plan, int fetch, String mergeKey, FetchSelection added) {
        return select(plan, fetch, mergeKey, field -> Stream.of(field, added));
    }

    /** The same plan with other contents of the representations of a fetch. */
    static QueryPlan represent(QueryPlan plan, int fetch, UnaryOperator<List<RepresentationSelection>> change) {
        return replace(plan, fetch, one -> {
            EntityFetch entities = (EntityFetch) one;
            List<EntityCall> calls = entities.calls().stream()
                    .map(call -> new EntityCall(
                            call.path(),
                            call.representations().stream()
                                    .map(representation -> new Representation(
                                            representation.types(),
                                            representation.typename(),
                                            change.apply(representation.fields()),
                                            representation.when()))
                                    .toList(),
                            call.selections(),
                            call.when()))
                    .toList();
            return new EntityFetch(entities.id(), entities.subgraph(), entities.after(), calls);
        });
    }

    /** What becomes of a field. */
    private interface Change {
        Stream<FetchSelection> apply(FetchSelection.Field field);
    }

    private static QueryPlan select(QueryPlan plan, int fetch, String mergeKey, Change change) {
        QueryPlan changed = replace(plan, fetch, one -> switch (one) {
            case RootFetch root ->
                new RootFetch(
                        root.id(),
                        root.subgraph(),
                        root.after(),
                        root.type(),
                        root.path(),
                        select(root.selections(), mergeKey, change),
                        root.when());
            case EntityFetch entities ->
                new EntityFetch(
                        entities.id(),
                        entities.subgraph(),
                        entities.after(),
                        entities.calls().stream()
                                .map(call -> new EntityCall(
                                        call.path(),
                                        call.representations(),
                                        select(call.selections(), mergeKey, change),
                                        call.when()))
                                .toList());
        });
        if (changed.equals(plan)) {
            throw new IllegalArgumentException("the plan has no " + mergeKey + ":\n" + PlanPrinter.explain(plan));
        }
        return changed;
    }

    private static List<FetchSelection> select(List<FetchSelection> selections, String mergeKey, Change change) {
        return selections.stream()
                .flatMap(selection -> switch (selection) {
                    case FetchSelection.Field field ->
                        field.mergeKey().equals(mergeKey)
                                ? change.apply(field)
                                : Stream.of(new FetchSelection.Field(
                                        field.alias(),
                                        field.mergeKey(),
                                        field.name(),
                                        field.arguments(),
                                        field.conditions(),
                                        select(field.selections(), mergeKey, change)));
                    case FetchSelection.Fragment fragment ->
                        Stream.of(new FetchSelection.Fragment(
                                fragment.typeCondition(),
                                fragment.conditions(),
                                select(fragment.selections(), mergeKey, change)));
                })
                .toList();
    }
}
