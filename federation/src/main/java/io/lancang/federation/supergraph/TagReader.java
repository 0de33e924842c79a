package io.lancang.federation.supergraph;

import graphql.language.Directive;
import graphql.language.FieldDefinition;
import graphql.language.ImplementingTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.TypeDefinition;
import io.lancang.federation.SubgraphTags;
import io.lancang.federation.cachetag.InvalidTagFormatException;
import io.lancang.federation.cachetag.TagFormat;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads {@code @cacheTag}, which a supergraph has as {@code @join__directive} with the subgraphs that say it. */
final class TagReader {
    private static final String CACHE_TAG = "federation__cacheTag";

    private final String directive;
    private final Map<String, Subgraph> subgraphs = new HashMap<>();
    private final Map<Subgraph, Map<String, SubgraphTags.RootField>> rootFields = new HashMap<>();
    private final Map<Subgraph, Map<String, List<TagFormat>>> entities = new HashMap<>();

    TagReader(LinkedSpecs specs, List<Subgraph> subgraphs) {
        directive = specs.join("directive");
        subgraphs.forEach(subgraph -> this.subgraphs.put(subgraph.graph(), subgraph));
    }

    /** The tags of those subgraphs that have any, by name. */
    Map<String, SubgraphTags> read(
            Collection<TypeDefinition<?>> definitions, String query, Map<String, SupergraphType> types) {
        for (TypeDefinition<?> definition : definitions) {
            if (definition instanceof ImplementingTypeDefinition<?> type) {
                readType(type, types);
                if (type.getName().equals(query)) {
                    type.getFieldDefinitions().forEach(this::readField);
                }
            }
        }
        Map<String, SubgraphTags> tags = new HashMap<>();
        for (Subgraph subgraph : subgraphs.values()) {
            SubgraphTags all = new SubgraphTags(
                    rootFields.getOrDefault(subgraph, Map.of()), entities.getOrDefault(subgraph, Map.of()));
            if (!all.isEmpty()) {
                tags.put(subgraph.name(), all);
            }
        }
        return tags;
    }

    private void readType(ImplementingTypeDefinition<?> type, Map<String, SupergraphType> types) {
        formats(type.getDirectives(directive), type.getName()).forEach((subgraph, formats) -> {
            Map<String, List<TagFormat>> own = entities.computeIfAbsent(subgraph, each -> new HashMap<>());
            add(own, type.getName(), formats);
            SupergraphType known = types.get(type.getName());
            if (known != null && known.kind() == TypeKind.INTERFACE) {
                known.possibleTypes().stream()
                        .filter(each -> !each.equals(type.getName()))
                        .forEach(each -> add(own, each, formats));
            }
        });
    }

    private static void add(Map<String, List<TagFormat>> tags, String type, List<TagFormat> formats) {
        tags.computeIfAbsent(type, each -> new ArrayList<>()).addAll(formats);
    }

    private void readField(FieldDefinition field) {
        Map<String, @Nullable Object> defaults = new HashMap<>();
        for (InputValueDefinition argument : field.getInputValueDefinitions()) {
            if (argument.getDefaultValue() != null) {
                defaults.put(argument.getName(), JsonLiterals.toJson(argument.getDefaultValue(), variable -> null));
            }
        }
        formats(field.getDirectives(directive), field.getName())
                .forEach((subgraph, formats) -> rootFields
                        .computeIfAbsent(subgraph, each -> new HashMap<>())
                        .put(field.getName(), new SubgraphTags.RootField(formats, defaults)));
    }

    private Map<Subgraph, List<TagFormat>> formats(List<Directive> applied, String coordinate) {
        Map<Subgraph, List<TagFormat>> formats = new HashMap<>();
        for (Directive each : applied) {
            DirectiveArguments arguments = new DirectiveArguments(each, coordinate);
            if (Objects.equals(arguments.text("name"), CACHE_TAG)) {
                TagFormat format = format(arguments);
                for (String graph : arguments.names("graphs")) {
                    Subgraph subgraph = subgraphs.get(graph);
                    if (subgraph == null) {
                        throw arguments.problem(
                                "@" + directive + " is of the subgraph " + graph + ", which there is not");
                    }
                    formats.computeIfAbsent(subgraph, of -> new ArrayList<>()).add(format);
                }
            }
        }
        return formats;
    }

    private static TagFormat format(DirectiveArguments arguments) {
        List<DirectiveArguments> own = arguments.objects("args");
        String format = own.isEmpty() ? null : own.getFirst().text("format");
        try {
            return TagFormat.parse(format == null ? "{" : format);
        } catch (InvalidTagFormatException invalid) {
            throw arguments.problem("the format of @cacheTag is none: " + invalid.getMessage());
        }
    }
}
