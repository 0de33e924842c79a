package io.lancang.federation.cost;

import graphql.language.Argument;
import graphql.language.Type;
import io.lancang.federation.cost.Cost.FieldCost;
import io.lancang.federation.operation.Conditions;
import io.lancang.federation.operation.FieldSelection;
import io.lancang.federation.operation.SelectionSet;
import io.lancang.federation.supergraph.ListSize;
import io.lancang.federation.supergraph.TypeNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes formulas of selections. Looks at each selection once, whatever the types to which it applies. */
record CostCompiler(CostModel model, ListSizes sizes) {
    /** What selections on a type cost. */
    Cost compile(String type, SelectionSet selections) {
        return compile(type, List.of(selections), Map.of());
    }

    /** @param sized sizes of fields of the type, said by the field around it */
    private Cost compile(String type, List<SelectionSet> sets, Map<String, Size> sized) {
        Selections selections = new Selections(model, type, sets);
        List<Cost> groups = new ArrayList<>();
        for (Collection<Selections.Group> fields : selections.groups()) {
            groups.add(compile(fields, sized));
        }
        if (groups.stream().allMatch(Cost::isNothing)) {
            return Cost.Fixed.NOTHING;
        }
        return Cost.ByType.of(groups, selections.alternatives());
    }

    /** Looks once at conditions that many fields share, because a request looks at them as often. */
    private Cost compile(Collection<Selections.Group> fields, Map<String, Size> sized) {
        Map<Conditions, List<Cost>> byConditions = new LinkedHashMap<>();
        for (Selections.Group field : fields) {
            byConditions
                    .computeIfAbsent(field.conditions(), added -> new ArrayList<>())
                    .add(compile(field, sized));
        }
        List<Cost> parts = new ArrayList<>();
        byConditions.forEach(
                (conditions, costs) -> parts.add(Cost.Conditional.of(List.of(conditions), Cost.Sum.of(costs))));
        return Cost.Sum.of(parts);
    }

    private Cost compile(Selections.Group group, Map<String, Size> sized) {
        FieldSelection field = group.field();
        Type<?> type = model.type(field.parentType(), field.name());
        if (type == null) {
            return Cost.Fixed.NOTHING;
        }
        String typeName = TypeNames.named(type);
        ListSize declared = model.declared(field.parentType(), field.name()).listSize();
        Size own = declared == null ? null : sizes.of(declared, field);
        Map<String, Size> below = new HashMap<>();
        if (declared != null && own != null) {
            declared.sizedFields().forEach(name -> below.put(name, own));
        }
        boolean isLeaf = group.below().stream().allMatch(SelectionSet::isEmpty);
        Size size = sizes.of(type, sized.get(field.name()), own);
        FieldCost cost = new FieldCost(
                field.responseKey(),
                typeName,
                model.weight(field.parentType(), field.name(), typeName),
                size,
                arguments(field, size.equals(own) ? null : own),
                isLeaf ? Cost.Fixed.NOTHING : compile(typeName, group.below(), below));
        return isLeaf && cost.fixed() == 0 ? Cost.Fixed.NOTHING : cost;
    }

    /** @param unused a size that the field itself does not have, which is named to a client that breaks its rule all the same */
    private Cost arguments(FieldSelection field, @Nullable Size unused) {
        List<Cost> costs = new ArrayList<>();
        if (unused instanceof Size.Sliced sliced && sliced.coordinate() != null) {
            costs.add(new Cost.SlicingRule(sliced));
        }
        for (Argument argument : field.arguments()) {
            InputRule rule = model.argument(field.parentType(), field.name(), argument.getName());
            if (rule != null && !rule.isFree()) {
                costs.add(model.inputs().ofLiteral(argument.getValue(), rule));
            }
        }
        return Cost.Sum.of(costs);
    }
}
