package io.lancang.federation.compose.merge.type;

import io.lancang.federation.compose.merge.source.Descriptions;
import io.lancang.federation.compose.merge.source.Source;
import io.lancang.federation.compose.schema.AppliedDirective;
import io.lancang.federation.compose.schema.Directives;
import io.lancang.federation.compose.schema.FieldElement;
import io.lancang.federation.compose.schema.FieldsType;
import io.lancang.federation.compose.schema.RootOperation;
import io.lancang.federation.compose.schema.SdlTypeKind;
import io.lancang.federation.compose.schema.TypeOrigin;
import io.lancang.federation.compose.subgraph.SubgraphModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Merges objects and interfaces: the supergraph has every field and every interface of every subgraph.
 *
 * @param merging what all mergers share
 */
record FieldsTypeMerger(Merging merging) {

    FieldsType merge(SdlTypeKind kind, List<Source<FieldsType>> sources) {
        FieldsType first = sources.getFirst().element();
        return new FieldsType(
                kind,
                first.name(),
                Descriptions.merge(sources),
                interfaces(sources),
                fields(first.name(), sources),
                directives(sources),
                TypeOrigin.DEFINITION,
                first.location());
    }

    private static Set<String> interfaces(List<Source<FieldsType>> sources) {
        Set<String> interfaces = new LinkedHashSet<>();
        sources.forEach(source -> interfaces.addAll(source.element().interfaces()));
        return interfaces;
    }

    private Map<String, FieldElement> fields(String typeName, List<Source<FieldsType>> sources) {
        Set<String> names = new LinkedHashSet<>();
        sources.forEach(source -> names.addAll(source.element().fields().keySet()));
        FieldMerger merger = new FieldMerger(merging);
        Map<String, FieldElement> fields = new LinkedHashMap<>();
        for (String name : names) {
            List<Source<FieldElement>> having =
                    merging.children(sources, type -> type.fields().get(name));
            fields.put(name, merger.merge(typeName, owners(typeName, sources), having));
        }
        return fields;
    }

    /** Every subgraph has a query root, if only for the router, whether its SDL shows one or not. */
    private int owners(String typeName, List<Source<FieldsType>> sources) {
        return isQuery(typeName) ? merging.subgraphs().size() : sources.size();
    }

    private Directives directives(List<Source<FieldsType>> sources) {
        String name = sources.getFirst().element().name();
        List<AppliedDirective> joins = new ArrayList<>(JoinDirectives.implementations(merging, sources));
        joins.addAll(isQuery(name) ? queryOfEverySubgraph() : JoinDirectives.types(merging, sources));
        joins.addAll(CacheTagDirectives.of(merging, sources));
        joins.addAll(ContextArguments.contexts(sources));
        return new Directives(joins)
                .with(merging.directives().merge(name, sources).applied());
    }

    private List<AppliedDirective> queryOfEverySubgraph() {
        List<AppliedDirective> directives = new ArrayList<>();
        for (SubgraphModel subgraph : merging.subgraphs()) {
            directives.add(AppliedDirective.named("join__type")
                    .symbol("graph", merging.graph(subgraph))
                    .build());
        }
        return directives;
    }

    private static boolean isQuery(String typeName) {
        return typeName.equals(RootOperation.QUERY.typeName());
    }
}
