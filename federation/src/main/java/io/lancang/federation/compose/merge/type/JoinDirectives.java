package io.lancang.federation.compose.merge.type;

import io.lancang.federation.compose.merge.source.Source;
import io.lancang.federation.compose.schema.AppliedDirective;
import io.lancang.federation.compose.schema.FederationDirective;
import io.lancang.federation.compose.schema.FieldsType;
import io.lancang.federation.compose.schema.TypeElement;
import io.lancang.federation.compose.schema.TypeOrigin;
import io.lancang.federation.compose.subgraph.FieldSets;
import java.util.ArrayList;
import java.util.List;

/** Makes the directives of the join specification for types and their parts. */
final class JoinDirectives {

    private static final String TYPE = "join__type";

    private JoinDirectives() {}

    /** One {@code @join__type} for each key of each subgraph, or one for a subgraph without keys. */
    static List<AppliedDirective> types(Merging merging, List<? extends Source<? extends TypeElement>> sources) {
        List<AppliedDirective> directives = new ArrayList<>();
        for (Source<? extends TypeElement> source : sources) {
            String graph = merging.graph(source.subgraph());
            List<AppliedDirective> keys =
                    source.element().directives().all(FederationDirective.KEY).toList();
            if (keys.isEmpty()) {
                directives.add(
                        interfaceObject(source, AppliedDirective.named(TYPE).symbol("graph", graph)));
            }
            keys.forEach(key -> directives.add(type(source, graph, key)));
        }
        return directives;
    }

    /** {@code @join__implements} for each interface in each subgraph. */
    static List<AppliedDirective> implementations(
            Merging merging, List<? extends Source<? extends FieldsType>> sources) {
        List<AppliedDirective> directives = new ArrayList<>();
        for (Source<? extends FieldsType> source : sources) {
            for (String name : source.element().interfaces()) {
                directives.add(AppliedDirective.named("join__implements")
                        .symbol("graph", merging.graph(source.subgraph()))
                        .text("interface", name)
                        .build());
            }
        }
        return directives;
    }

    /** {@code @join__enumValue} for each subgraph. */
    static List<AppliedDirective> enumValues(Merging merging, List<? extends Source<?>> sources) {
        return sources.stream()
                .map(source -> AppliedDirective.named("join__enumValue")
                        .symbol("graph", merging.graph(source.subgraph()))
                        .build())
                .toList();
    }

    /** {@code @join__unionMember} of one subgraph. */
    static AppliedDirective unionMember(String graph, String member) {
        return AppliedDirective.named("join__unionMember")
                .symbol("graph", graph)
                .text("member", member)
                .build();
    }

    private static AppliedDirective type(Source<? extends TypeElement> source, String graph, AppliedDirective key) {
        boolean extension = source.element() instanceof FieldsType type && type.origin() == TypeOrigin.EXTENSION;
        return interfaceObject(
                source,
                AppliedDirective.named(TYPE)
                        .symbol("graph", graph)
                        .text("key", FieldSets.of(key).toString())
                        .flag("extension", extension, false)
                        .flag("resolvable", key.flag("resolvable", true), true));
    }

    private static AppliedDirective interfaceObject(
            Source<? extends TypeElement> source, AppliedDirective.Builder directive) {
        boolean interfaceObject =
                source.subgraph().isInterfaceObject(source.element().name());
        return directive.flag("isInterfaceObject", interfaceObject, false).build();
    }
}
