package io.lancang.federation.compose.subgraph;

import graphql.language.Argument;
import graphql.language.Directive;
import graphql.language.EnumValue;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.StringValue;
import graphql.language.Value;
import io.lancang.federation.compose.problem.CompositionErrorCode;
import io.lancang.federation.compose.problem.Place;
import io.lancang.federation.compose.problem.Problems;
import io.lancang.federation.compose.schema.ListItems;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the links of one subgraph. What they say together is the business of {@link LinkRules}. */
final class LinkReader {

    private static final Set<String> ARGUMENTS = Set.of("url", "as", "for", "import");
    private static final Set<String> IMPORT_FIELDS = Set.of("name", "as");

    private final String subgraph;
    private final Problems problems;

    LinkReader(String subgraph, Problems problems) {
        this.subgraph = subgraph;
        this.problems = problems;
    }

    /**
     * Reads the links among the directives of a subgraph's schema definition and its extensions.
     *
     * @param defined the names of the directives that the subgraph defines itself
     */
    Links read(List<Directive> schemaDirectives, Set<String> defined) {
        String linkName = nameOfLink(schemaDirectives);
        List<LinkedSpecification> specifications = schemaDirectives.stream()
                .filter(directive -> directive.getName().equals(linkName))
                .flatMap(directive -> specification(directive).stream())
                .toList();
        FederationVersion version = new LinkRules(subgraph, problems).check(specifications);
        return Links.of(version, specifications, defined);
    }

    /** A subgraph may rename the directive by which it links, and says so in a link that uses the new name already. */
    private static String nameOfLink(List<Directive> schemaDirectives) {
        return schemaDirectives.stream()
                .filter(directive -> text(directive, "url")
                        .filter(url -> url.startsWith(LinkedSpecification.LINK + "/"))
                        .isPresent())
                .map(Directive::getName)
                .findFirst()
                .orElse("link");
    }

    private Optional<LinkedSpecification> specification(Directive directive) {
        for (Argument argument : directive.getArguments()) {
            if (!ARGUMENTS.contains(argument.getName())) {
                error(
                        CompositionErrorCode.INVALID_GRAPHQL,
                        directive,
                        "@link has no argument \"" + argument.getName() + "\"; it takes url, as, for and import");
            }
        }
        Optional<String> written = text(directive, "url");
        if (written.isEmpty()) {
            error(
                    CompositionErrorCode.INVALID_LINK_DIRECTIVE_USAGE,
                    directive,
                    "@link needs a url such as \"https://specs.apollo.dev/federation/v2.9\"");
            return Optional.empty();
        }
        Optional<LinkUrl> url = LinkUrl.parse(written.get());
        if (url.isEmpty()) {
            error(
                    CompositionErrorCode.INVALID_LINK_IDENTIFIER,
                    directive,
                    "\"" + written.get()
                            + "\" is no URL of a specification with a version at its end; write one such as"
                            + " \"https://specs.apollo.dev/federation/v2.9\"");
        }
        return url.map(found -> specification(directive, found));
    }

    private LinkedSpecification specification(Directive directive, LinkUrl url) {
        return new LinkedSpecification(
                url.text(),
                url.identity(),
                url.name(),
                url.version(),
                text(directive, "as").orElse(url.name()),
                imports(directive),
                value(directive, "for") instanceof EnumValue purpose ? purpose.getName() : null,
                directive.getSourceLocation());
    }

    private Map<String, String> imports(Directive directive) {
        Map<String, String> imports = new LinkedHashMap<>();
        for (Value<?> item : ListItems.of(value(directive, "import"))) {
            readImport(directive, item, imports);
        }
        return imports;
    }

    private void readImport(Directive directive, Value<?> item, Map<String, String> imports) {
        switch (item) {
            case StringValue literal -> {
                String name = Objects.requireNonNull(literal.getValue());
                add(directive, name, name, imports);
            }
            case ObjectValue renamed -> {
                String name = field(renamed, "name");
                String alias = field(renamed, "as");
                boolean known =
                        renamed.getObjectFields().stream().allMatch(field -> IMPORT_FIELDS.contains(field.getName()));
                if (!known || name == null || (alias != null && alias.startsWith("@") != name.startsWith("@"))) {
                    error(
                            CompositionErrorCode.INVALID_LINK_DIRECTIVE_USAGE,
                            directive,
                            "an import of @link is {name: \"@key\", as: \"@myKey\"}, both names with @ or both without");
                    return;
                }
                add(directive, name, alias == null ? name : alias, imports);
            }
            default ->
                error(
                        CompositionErrorCode.INVALID_LINK_DIRECTIVE_USAGE,
                        directive,
                        "an import of @link is a string or {name: \"…\", as: \"…\"}");
        }
    }

    private void add(Directive directive, String name, String alias, Map<String, String> imports) {
        imports.forEach((earlier, taken) -> {
            if (taken.equals(alias) && !earlier.equals(name)) {
                error(
                        CompositionErrorCode.INVALID_LINK_DIRECTIVE_USAGE,
                        directive,
                        "\"" + name + "\" and \"" + earlier + "\" are both imported as \"" + alias
                                + "\"; rename one of them with \"as\"");
            }
        });
        imports.put(name, alias);
    }

    private void error(CompositionErrorCode code, Directive directive, String message) {
        problems.error(code, "schema", Place.of(subgraph, directive.getSourceLocation()), message);
    }

    private static Optional<String> text(Directive directive, String argument) {
        return value(directive, argument) instanceof StringValue string
                ? Optional.ofNullable(string.getValue())
                : Optional.empty();
    }

    private static @Nullable Value<?> value(Directive directive, String argument) {
        Argument found = directive.getArgument(argument);
        return found == null ? null : found.getValue();
    }

    private static @Nullable String field(ObjectValue value, String name) {
        for (ObjectField field : value.getObjectFields()) {
            if (field.getName().equals(name) && field.getValue() instanceof StringValue string) {
                return string.getValue();
            }
        }
        return null;
    }
}
