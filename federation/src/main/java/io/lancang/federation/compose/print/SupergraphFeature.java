package io.lancang.federation.compose.print;

import io.lancang.federation.compose.schema.DirectiveDeclaration;
import io.lancang.federation.compose.schema.FederationDirective;
import io.lancang.federation.compose.schema.InputElement;
import io.lancang.federation.compose.schema.TypeReferences;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A specification that a supergraph links to where it applies one of the specification's directives.
 *
 * @param name the specification's name
 * @param version its version
 * @param purpose why a router may not ignore it, or null
 * @param directives its directives
 * @param scalar the scalar that their arguments use, or null
 */
record SupergraphFeature(
        String name,
        String version,
        @Nullable String purpose,
        List<FederationDirective> directives,
        @Nullable String scalar) {

    private static final String SECURITY = "SECURITY";
    private static final String EXECUTION = "EXECUTION";

    /** All of them, in the order of supergraphs. */
    static final List<SupergraphFeature> ALL = List.of(
            new SupergraphFeature("tag", "v0.3", null, List.of(FederationDirective.TAG), null),
            new SupergraphFeature("inaccessible", "v0.2", SECURITY, List.of(FederationDirective.INACCESSIBLE), null),
            new SupergraphFeature("authenticated", "v0.1", SECURITY, List.of(FederationDirective.AUTHENTICATED), null),
            new SupergraphFeature(
                    "requiresScopes", "v0.1", SECURITY, List.of(FederationDirective.REQUIRES_SCOPES), "Scope"),
            new SupergraphFeature("policy", "v0.1", SECURITY, List.of(FederationDirective.POLICY), "Policy"),
            new SupergraphFeature(
                    "context",
                    "v0.1",
                    SECURITY,
                    List.of(FederationDirective.CONTEXT, FederationDirective.FROM_CONTEXT),
                    "ContextFieldValue"),
            new SupergraphFeature(
                    "cost", "v0.1", null, List.of(FederationDirective.COST, FederationDirective.LIST_SIZE), null),
            new SupergraphFeature("cacheTag", "v0.1", EXECUTION, List.of(FederationDirective.CACHE_TAG), null));

    SupergraphFeature {
        directives = List.copyOf(directives);
    }

    /** The link, with an import of each directive whose name is not the one that follows from the specification's. */
    String link(Map<FederationDirective, String> names) {
        String imports = directives.stream()
                .filter(directive -> !name(directive, names).equals(ownName(directive)))
                .map(directive -> imported(directive.specName(), name(directive, names)))
                .collect(Collectors.joining(", "));
        return "@link(url: \"https://specs.apollo.dev/" + name + "/" + version + "\""
                + (imports.isEmpty() ? "" : ", import: [" + imports + "]")
                + (purpose == null ? "" : ", for: " + purpose)
                + ")";
    }

    /** The definitions that the supergraph needs of the specification: those of applied directives and their scalar. */
    void write(SdlWriter writer, Map<FederationDirective, String> names) {
        directives.stream()
                .filter(directive -> scalar != null || names.containsKey(directive))
                .forEach(directive -> writer.raw("\n").directive(definition(directive, name(directive, names))));
        if (scalar != null) {
            writer.raw("\nscalar " + namespaced(scalar) + "\n");
        }
    }

    private DirectiveDeclaration definition(FederationDirective directive, String printed) {
        DirectiveDeclaration specified = directive.declaration(Integer.MAX_VALUE);
        Map<String, InputElement> arguments = new LinkedHashMap<>();
        specified
                .arguments()
                .forEach((argument, each) -> arguments.put(
                        argument,
                        new InputElement(
                                argument,
                                each.description(),
                                TypeReferences.rename(
                                        each.type(), type -> type.equals(scalar) ? namespaced(type) : type),
                                each.defaultValue(),
                                each.directives(),
                                each.location())));
        return new DirectiveDeclaration(
                printed, null, arguments, specified.locations(), specified.repetition(), specified.location());
    }

    private String name(FederationDirective directive, Map<FederationDirective, String> names) {
        return names.getOrDefault(directive, ownName(directive));
    }

    private String ownName(FederationDirective directive) {
        return directive.specName().equals(name) ? name : namespaced(directive.specName());
    }

    private String namespaced(String what) {
        return name + "__" + what;
    }

    private static String imported(String original, String alias) {
        return original.equals(alias)
                ? "\"@" + original + "\""
                : "{name: \"@" + original + "\", as: \"@" + alias + "\"}";
    }
}
