package io.lancang.federation.compose.merge.type;

import graphql.language.ArrayValue;
import graphql.language.EnumValue;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.StringValue;
import io.lancang.federation.compose.merge.source.Source;
import io.lancang.federation.compose.schema.AppliedDirective;
import io.lancang.federation.compose.schema.Element;
import io.lancang.federation.compose.schema.FederationDirective;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Hands {@code @cacheTag} on to the gateway. It says something of one subgraph's answers, so it stands in the supergraph as
 * {@code @join__directive} with the subgraphs that say it.
 */
final class CacheTagDirectives {
    private CacheTagDirectives() {}

    /** One directive for each format, in the order of the subgraphs. */
    static List<AppliedDirective> of(Merging merging, List<? extends Source<?>> sources) {
        Map<String, Set<String>> graphs = new LinkedHashMap<>();
        for (Source<?> source : sources) {
            ((Element) source.element())
                    .directives()
                    .all(FederationDirective.CACHE_TAG)
                    .forEach(tag -> graphs.computeIfAbsent(
                                    String.valueOf(tag.text("format")), each -> new LinkedHashSet<>())
                            .add(merging.graph(source.subgraph())));
        }
        List<AppliedDirective> directives = new ArrayList<>();
        graphs.forEach((format, of) -> directives.add(directive(format, of)));
        return directives;
    }

    private static AppliedDirective directive(String format, Set<String> graphs) {
        ArrayValue.Builder list = ArrayValue.newArrayValue();
        graphs.forEach(graph -> list.value(EnumValue.of(graph)));
        ObjectField argument = ObjectField.newObjectField()
                .name("format")
                .value(StringValue.of(format))
                .build();
        return AppliedDirective.named("join__directive")
                .value("graphs", list.build())
                .text("name", FederationDirective.CACHE_TAG.modelName())
                .value(
                        "args",
                        ObjectValue.newObjectValue().objectField(argument).build())
                .build();
    }
}
