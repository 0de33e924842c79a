package io.lancang.federation.compose.merge.directive;

import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.IntValue;
import graphql.language.StringValue;
import graphql.language.Value;
import io.lancang.federation.compose.schema.AppliedDirective;
import io.lancang.federation.compose.schema.Directives;
import io.lancang.federation.compose.schema.FederationDirective;
import io.lancang.federation.compose.schema.ListItems;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Merges {@code @cost} and {@code @listSize}: the dearest weight and size, and every argument and field named. */
final class CostDirectives {

    private static final List<String> LISTS = List.of("slicingArguments", "sizedFields");

    private CostDirectives() {}

    static List<AppliedDirective> merge(List<Directives> sources) {
        List<AppliedDirective> merged = new ArrayList<>();
        dearest(sources, FederationDirective.COST, "weight")
                .ifPresent(weight -> merged.add(AppliedDirective.named(FederationDirective.COST.modelName())
                        .value("weight", weight)
                        .build()));
        List<AppliedDirective> sizes = sources.stream()
                .flatMap(each -> each.all(FederationDirective.LIST_SIZE))
                .toList();
        if (!sizes.isEmpty()) {
            merged.add(listSize(sources, sizes));
        }
        return merged;
    }

    private static AppliedDirective listSize(List<Directives> sources, List<AppliedDirective> sizes) {
        Map<String, Value<?>> arguments = new LinkedHashMap<>();
        dearest(sources, FederationDirective.LIST_SIZE, "assumedSize")
                .ifPresent(size -> arguments.put("assumedSize", size));
        for (String list : LISTS) {
            Set<String> names = new LinkedHashSet<>();
            sizes.forEach(size -> names.addAll(ListItems.texts(size.arguments().get(list))));
            if (!names.isEmpty()) {
                ArrayValue.Builder values = ArrayValue.newArrayValue();
                names.forEach(name -> values.value(StringValue.of(name)));
                arguments.put(list, values.build());
            }
        }
        // One subgraph that can do without a slicing argument is enough for a client to leave it out.
        if (sizes.stream().anyMatch(size -> !size.flag("requireOneSlicingArgument", true))) {
            arguments.put("requireOneSlicingArgument", BooleanValue.of(false));
        }
        return new AppliedDirective(FederationDirective.LIST_SIZE.modelName(), arguments, null);
    }

    private static Optional<IntValue> dearest(
            List<Directives> sources, FederationDirective directive, String argument) {
        return sources.stream()
                .flatMap(each -> each.all(directive))
                .map(each -> each.arguments().get(argument))
                .filter(IntValue.class::isInstance)
                .map(value -> ((IntValue) value).getValue())
                .max(Comparator.<BigInteger>naturalOrder())
                .map(IntValue::new);
    }
}
