package io.lancang.federation.compose.merge.type;

import io.lancang.federation.compose.merge.source.Descriptions;
import io.lancang.federation.compose.merge.source.Source;
import io.lancang.federation.compose.problem.CompositionErrorCode;
import io.lancang.federation.compose.schema.AppliedDirective;
import io.lancang.federation.compose.schema.Directives;
import io.lancang.federation.compose.schema.EnumType;
import io.lancang.federation.compose.schema.FieldsType;
import io.lancang.federation.compose.schema.InputType;
import io.lancang.federation.compose.schema.ScalarType;
import io.lancang.federation.compose.schema.SdlTypeKind;
import io.lancang.federation.compose.schema.TypeElement;
import io.lancang.federation.compose.schema.UnionType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Merges all that subgraphs say about one type.
 *
 * @param merging what all mergers share
 * @param usage where enums are used
 */
public record TypeMerger(Merging merging, EnumUsage usage) {

    /** The merged type; empty, with an error reported, where the subgraphs mean different kinds of type. */
    public Optional<TypeElement> merge(List<Source<TypeElement>> sources) {
        Set<SdlTypeKind> kinds = sources.stream().map(TypeMerger::kind).collect(Collectors.toSet());
        if (kinds.size() > 1) {
            reportKinds(sources);
            return Optional.empty();
        }
        SdlTypeKind kind = kinds.iterator().next();
        return Optional.of(
                switch (kind) {
                    case OBJECT, INTERFACE ->
                        new FieldsTypeMerger(merging).merge(kind, narrowed(sources, FieldsType.class));
                    case UNION -> union(narrowed(sources, UnionType.class));
                    case ENUM -> new EnumMerger(merging, usage).merge(narrowed(sources, EnumType.class));
                    case INPUT_OBJECT -> new InputTypeMerger(merging).merge(narrowed(sources, InputType.class));
                    case SCALAR -> scalar(narrowed(sources, ScalarType.class));
                });
    }

    /** An interface object is an interface to everybody but its own subgraph. */
    private static SdlTypeKind kind(Source<TypeElement> source) {
        return source.subgraph().isInterfaceObject(source.element().name())
                ? SdlTypeKind.INTERFACE
                : source.element().kind();
    }

    private void reportKinds(List<Source<TypeElement>> sources) {
        String name = sources.getFirst().element().name();
        String kinds = sources.stream()
                .map(source -> "\"" + source.element().kind().keyword() + "\" in \""
                        + source.subgraph().name() + "\"")
                .collect(Collectors.joining(", "));
        merging.problems()
                .error(
                        CompositionErrorCode.TYPE_KIND_MISMATCH,
                        name,
                        Source.places(sources),
                        "\"" + name + "\" is " + kinds + "; use one kind of type, or rename one of them");
    }

    private UnionType union(List<Source<UnionType>> sources) {
        UnionType first = sources.getFirst().element();
        Set<String> members = new LinkedHashSet<>();
        List<AppliedDirective> joins = new ArrayList<>(JoinDirectives.types(merging, sources));
        for (Source<UnionType> source : sources) {
            members.addAll(source.element().members());
            String graph = merging.graph(source.subgraph());
            source.element().members().forEach(member -> joins.add(JoinDirectives.unionMember(graph, member)));
        }
        joins.addAll(ContextArguments.contexts(sources));
        return new UnionType(
                first.name(),
                Descriptions.merge(sources),
                members,
                new Directives(joins).with(directives(first.name(), sources)),
                first.location());
    }

    private ScalarType scalar(List<Source<ScalarType>> sources) {
        ScalarType first = sources.getFirst().element();
        return new ScalarType(
                first.name(),
                Descriptions.merge(sources),
                new Directives(JoinDirectives.types(merging, sources)).with(directives(first.name(), sources)),
                first.location());
    }

    private List<AppliedDirective> directives(String name, List<? extends Source<?>> sources) {
        return merging.directives().merge(name, sources).applied();
    }

    private static <E extends TypeElement> List<Source<E>> narrowed(List<Source<TypeElement>> sources, Class<E> type) {
        return sources.stream()
                .map(source -> new Source<>(source.subgraph(), type.cast(source.element())))
                .toList();
    }
}
