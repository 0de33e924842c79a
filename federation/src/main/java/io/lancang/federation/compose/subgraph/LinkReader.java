package io.lancang.federation.compose.subgraph;

import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.Directive;
import graphql.language.EnumValue;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.StringValue;
import graphql.language.Value;
import io.lancang.federation.compose.problem.ErrorCode;
import io.lancang.federation.compose.problem.Place;
import io.lancang.federation.compose.problem.Problems;
import io.lancang.federation.compose.schema.FederationDirective;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the links of one subgraph. */
final class LinkReader {

    private static final Pattern URL = Pattern.compile(
            "(?<identity>.*/(?<name>(?!v\\d+\\.\\d+/?$)[^/]+?))(/v(?<version>(?<major>\\d+)\\.(?<minor>\\d+)))?/?");
    private static final Set<String> FEDERATION_TYPES =
            Set.of("FieldSet", "Scope", "Policy", "ContextFieldValue", "Any");

    private final String subgraph;
    private final Problems problems;

    LinkReader(String subgraph, Problems problems) {
        this.subgraph = subgraph;
        this.problems = problems;
    }

    /** Reads the links among the directives of a subgraph's schema definition and its extensions. */
    Links read(List<Directive> schemaDirectives) {
        String linkName = nameOfLink(schemaDirectives);
        List<LinkedSpecification> specifications = schemaDirectives.stream()
                .filter(directive -> directive.getName().equals(linkName))
                .flatMap(directive -> specification(directive).stream())
                .toList();
        FederationVersion version = version(specifications);
        specifications.forEach(this::checkPurpose);
        specifications.stream()
                .filter(LinkedSpecification::isFederation)
                .forEach(federation -> checkImports(federation, version));
        return Links.of(version, specifications);
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
        Matcher url = URL.matcher(text(directive, "url").orElse(""));
        if (!url.matches()) {
            error(
                    ErrorCode.INVALID_LINK_DIRECTIVE_USAGE,
                    directive,
                    "@link needs a url such as \"https://specs.apollo.dev/federation/v2.9\"");
            return Optional.empty();
        }
        String name = url.group("name");
        return Optional.of(new LinkedSpecification(
                url.group(),
                url.group("identity"),
                name,
                Optional.ofNullable(url.group("version")).orElse(""),
                text(directive, "as").orElse(name),
                imports(directive),
                value(directive, "for") instanceof EnumValue purpose ? purpose.getName() : null,
                directive.getSourceLocation()));
    }

    /** A purpose says that a router may not ignore the specification, so that leaving it out would not be safe. */
    private void checkPurpose(LinkedSpecification specification) {
        if (specification.purpose() != null && !specification.identity().startsWith(LinkedSpecification.APOLLO)) {
            error(
                    ErrorCode.UNSUPPORTED_LINKED_FEATURE,
                    specification,
                    "\"" + specification.url() + "\" is linked for " + specification.purpose()
                            + ", but composition does not know it; remove the purpose, or the link");
        }
    }

    private Map<String, String> imports(Directive directive) {
        Map<String, String> imports = new LinkedHashMap<>();
        for (Value<?> item : items(value(directive, "import"))) {
            readImport(directive, item, imports);
        }
        return imports;
    }

    private static List<Value<?>> items(@Nullable Value<?> value) {
        List<Value<?>> items = new ArrayList<>();
        if (value instanceof ArrayValue array) {
            array.getValues().forEach(items::add);
        } else if (value != null) {
            items.add(value);
        }
        return items;
    }

    private void readImport(Directive directive, Value<?> item, Map<String, String> imports) {
        switch (item) {
            case StringValue name -> imports.put(name.getValue(), name.getValue());
            case ObjectValue renamed -> {
                String name = field(renamed, "name");
                String alias = field(renamed, "as");
                if (name == null || (alias != null && alias.startsWith("@") != name.startsWith("@"))) {
                    error(
                            ErrorCode.INVALID_LINK_DIRECTIVE_USAGE,
                            directive,
                            "an import of @link is {name: \"@key\", as: \"@myKey\"}, both names with @ or both without");
                    return;
                }
                imports.put(name, alias == null ? name : alias);
            }
            default ->
                error(
                        ErrorCode.INVALID_LINK_DIRECTIVE_USAGE,
                        directive,
                        "an import of @link is a string or {name: \"…\", as: \"…\"}");
        }
    }

    private FederationVersion version(List<LinkedSpecification> specifications) {
        List<LinkedSpecification> federation = specifications.stream()
                .filter(LinkedSpecification::isFederation)
                .toList();
        if (federation.isEmpty()) {
            return FederationVersion.ONE;
        }
        if (federation.size() > 1) {
            error(
                    ErrorCode.INVALID_LINK_DIRECTIVE_USAGE,
                    federation.get(1),
                    "the federation specification is linked " + federation.size() + " times; keep one of the links");
        }
        Matcher url = URL.matcher(federation.getFirst().url());
        if (!url.matches() || url.group("version") == null) {
            error(
                    ErrorCode.INVALID_LINK_DIRECTIVE_USAGE,
                    federation.getFirst(),
                    "the link to the federation specification has no version; write /v2."
                            + FederationVersion.NEWEST_MINOR);
            return new FederationVersion(2, FederationVersion.NEWEST_MINOR);
        }
        FederationVersion version =
                new FederationVersion(Integer.parseInt(url.group("major")), Integer.parseInt(url.group("minor")));
        if (version.isOne() || !version.isKnown()) {
            error(
                    ErrorCode.UNKNOWN_FEDERATION_LINK_VERSION,
                    federation.getFirst(),
                    "the version " + version + " of the federation specification is unknown; link to v2.0 to v2."
                            + FederationVersion.NEWEST_MINOR);
        }
        return version;
    }

    private void checkImports(LinkedSpecification federation, FederationVersion version) {
        for (String imported : federation.imports().keySet()) {
            Optional<FederationDirective> directive =
                    imported.startsWith("@") ? FederationDirective.bySpecName(imported.substring(1)) : Optional.empty();
            if (directive.isEmpty() && !FEDERATION_TYPES.contains(imported)) {
                error(
                        ErrorCode.INVALID_LINK_DIRECTIVE_USAGE,
                        federation,
                        "the federation specification has no \"" + imported + "\"; remove the import");
            } else if (directive.isPresent() && directive.get().sinceMinor() > version.minor()) {
                error(
                        ErrorCode.INVALID_LINK_DIRECTIVE_USAGE,
                        federation,
                        imported + " came with v2." + directive.get().sinceMinor() + " of the federation specification,"
                                + " but " + version + " is linked; link to a newer version");
            }
        }
    }

    private void error(ErrorCode code, Directive directive, String message) {
        problems.error(code, "schema", Place.of(subgraph, directive.getSourceLocation()), message);
    }

    private void error(ErrorCode code, LinkedSpecification link, String message) {
        problems.error(code, "schema", Place.of(subgraph, link.location()), message);
    }

    private static Optional<String> text(Directive directive, String argument) {
        return value(directive, argument) instanceof StringValue string
                ? Optional.of(string.getValue())
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
