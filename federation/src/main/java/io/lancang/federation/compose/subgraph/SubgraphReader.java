package io.lancang.federation.compose.subgraph;

import graphql.language.Directive;
import graphql.language.DirectiveDefinition;
import graphql.language.Document;
import graphql.language.SchemaDefinition;
import graphql.language.SchemaExtensionDefinition;
import graphql.language.TypeDefinition;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import io.lancang.federation.SubgraphDefinition;
import io.lancang.federation.compose.problem.CompositionErrorCode;
import io.lancang.federation.compose.problem.Place;
import io.lancang.federation.compose.problem.Problems;
import io.lancang.federation.compose.schema.DirectiveDeclaration;
import io.lancang.federation.compose.schema.DirectiveDeclaration.Repetition;
import io.lancang.federation.compose.schema.Directives;
import io.lancang.federation.compose.schema.SchemaElement;
import io.lancang.federation.compose.schema.TypeElement;
import io.lancang.federation.compose.schema.TypeOrigin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads a subgraph's SDL into the model, without the machinery that subgraph libraries print into it. */
public final class SubgraphReader {

    private final Problems problems;

    /** A reader that reports to {@code problems}. */
    public SubgraphReader(Problems problems) {
        this.problems = problems;
    }

    /** Reads a subgraph; empty, with an error reported, where its SDL cannot be parsed. */
    public Optional<SubgraphModel> read(SubgraphDefinition definition) {
        return parse(definition).map(document -> read(definition, document));
    }

    private Optional<Document> parse(SubgraphDefinition definition) {
        try {
            return Optional.of(Parser.parse(ParserEnvironment.newParserEnvironment()
                    .document(definition.sdl())
                    .parserOptions(ParserOptions.getDefaultSdlParserOptions())
                    .build()));
        } catch (InvalidSyntaxException invalid) {
            Place place = Place.of(definition.name(), invalid.getLocation());
            problems.error(CompositionErrorCode.INVALID_GRAPHQL, "", place, String.valueOf(invalid.getMessage()));
        }
        return Optional.empty();
    }

    private SubgraphModel read(SubgraphDefinition definition, Document document) {
        new DocumentRules(definition.name(), problems).check(document);
        List<Directive> schemaDirectives = document.getDefinitionsOfType(SchemaDefinition.class).stream()
                .flatMap(schema -> schema.getDirectives().stream())
                .toList();
        Set<String> defined = document.getDefinitionsOfType(DirectiveDefinition.class).stream()
                .map(DirectiveDefinition::getName)
                .collect(Collectors.toSet());
        Links links = new LinkReader(definition.name(), problems).read(schemaDirectives, defined);
        new ImportedNames(definition.name(), links, problems).check(document);
        new OwnDefinitions(definition.name(), links, problems).check(document);
        new ShareableDeclarations(definition.name(), links, problems).check(document);
        RootTypes roots = RootTypes.read(definition.name(), document, problems);
        ElementReader elements = new ElementReader(links, roots::modelName);
        Machinery machinery = Machinery.of(links, document);
        String linkName = Links.linkDirective(links.specifications());
        Map<String, List<TypeDefinition<?>>> parts = parts(document, elements, machinery);
        return new SubgraphModel(
                definition.name(),
                definition.url(),
                links,
                types(definition.name(), parts, elements),
                directives(document, elements, machinery),
                schema(
                        document,
                        elements.directives(schemaDirectives.stream()
                                .filter(directive -> !directive.getName().equals(linkName))
                                .toList())),
                extensions(parts, elements));
    }

    private static SchemaElement schema(Document document, Directives directives) {
        Optional<SchemaDefinition> schema = document.getDefinitionsOfType(SchemaDefinition.class).stream()
                .filter(each -> !(each instanceof SchemaExtensionDefinition))
                .findFirst();
        return new SchemaElement(
                schema.map(each -> ElementReader.text(each.getDescription())).orElse(null),
                directives,
                schema.map(SchemaDefinition::getSourceLocation).orElse(null));
    }

    /** The definition and the extensions of each type. */
    private static Map<String, List<TypeDefinition<?>>> parts(
            Document document, ElementReader elements, Machinery machinery) {
        Map<String, List<TypeDefinition<?>>> parts = new LinkedHashMap<>();
        for (TypeDefinition<?> type : document.getDefinitionsOfType(TypeDefinition.class)) {
            if (!machinery.isMachinery(type)) {
                String name = elements.typeNames().apply(type.getName());
                parts.computeIfAbsent(name, ignored -> new ArrayList<>()).add(type);
            }
        }
        return parts;
    }

    private static Set<String> extensions(Map<String, List<TypeDefinition<?>>> parts, ElementReader elements) {
        return parts.entrySet().stream()
                .filter(type -> TypeReader.origin(type.getValue(), elements) == TypeOrigin.EXTENSION)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private Map<String, TypeElement> types(
            String subgraph, Map<String, List<TypeDefinition<?>>> parts, ElementReader elements) {
        TypeReader reader = new TypeReader(subgraph, elements, problems);
        Map<String, TypeElement> types = new LinkedHashMap<>();
        parts.forEach((name, definitions) -> {
            if (isOfOneKind(subgraph, name, definitions)) {
                Machinery.withoutEntryPoints(reader.read(name, definitions)).ifPresent(type -> types.put(name, type));
            }
        });
        return types;
    }

    private boolean isOfOneKind(String subgraph, String name, List<TypeDefinition<?>> parts) {
        for (TypeDefinition<?> part : parts) {
            if (!kind(part).equals(kind(parts.getFirst()))) {
                problems.error(
                        CompositionErrorCode.INVALID_GRAPHQL,
                        name,
                        Place.of(subgraph, part.getSourceLocation()),
                        "\"" + name + "\" is declared as different kinds of type; use one keyword for all its parts");
                return false;
            }
        }
        return true;
    }

    private static String kind(TypeDefinition<?> part) {
        return part.getClass().getSimpleName().replace("Extension", "");
    }

    private static Map<String, DirectiveDeclaration> directives(
            Document document, ElementReader elements, Machinery machinery) {
        Map<String, DirectiveDeclaration> directives = new LinkedHashMap<>();
        for (DirectiveDefinition definition : document.getDefinitionsOfType(DirectiveDefinition.class)) {
            if (!machinery.isMachinery(definition)) {
                directives.put(definition.getName(), directive(definition, elements));
            }
        }
        return directives;
    }

    private static DirectiveDeclaration directive(DirectiveDefinition definition, ElementReader elements) {
        return new DirectiveDeclaration(
                definition.getName(),
                ElementReader.text(definition.getDescription()),
                elements.inputs(definition.getInputValueDefinitions()),
                definition.getDirectiveLocations().stream()
                        .map(location -> location.getName())
                        .collect(Collectors.toCollection(LinkedHashSet::new)),
                definition.isRepeatable() ? Repetition.REPEATABLE : Repetition.ONCE,
                definition.getSourceLocation());
    }
}
