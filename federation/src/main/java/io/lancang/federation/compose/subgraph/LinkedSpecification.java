package io.lancang.federation.compose.subgraph;

import graphql.language.SourceLocation;
import io.lancang.federation.compose.schema.Ordered;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One {@code @link} of a subgraph.
 *
 * @param url the whole URL
 * @param identity the URL without its version, such as {@code https://specs.apollo.dev/federation}
 * @param name the specification's name, the last part of its identity
 * @param version the version, such as {@code 2.3}
 * @param namespace the prefix of what is not imported: the name, or what {@code as} says
 * @param imports what is imported, the name in the specification (directives with {@code @}) to the name in the SDL
 * @param purpose {@code SECURITY} or {@code EXECUTION}, or null
 * @param location where the link is
 */
public record LinkedSpecification(
        String url,
        String identity,
        String name,
        String version,
        String namespace,
        Map<String, String> imports,
        @Nullable String purpose,
        @Nullable SourceLocation location) {

    /** Where Apollo's specifications live. */
    public static final String APOLLO = "https://specs.apollo.dev/";

    static final String FEDERATION = APOLLO + "federation";
    static final String LINK = APOLLO + "link";
    private static final String CONNECT = APOLLO + "connect";

    private static final Set<String> SINGLE_DIRECTIVE_SPECIFICATIONS = Set.of(
            APOLLO + "authenticated",
            APOLLO + "requiresScopes",
            APOLLO + "policy",
            APOLLO + "cost",
            APOLLO + "context");

    public LinkedSpecification {
        imports = Ordered.copy(imports);
    }

    /** Whether it is the federation specification. */
    public boolean isFederation() {
        return identity.equals(FEDERATION);
    }

    /** Whether it is the specification of {@code @link} itself. */
    public boolean isLink() {
        return identity.equals(LINK);
    }

    /** Whether it is the specification of connectors, which stand for subgraphs in the router of their makers. */
    boolean isConnect() {
        return identity.equals(CONNECT);
    }

    /** Whether it is one of the specifications whose directives the federation specification re-exports. */
    public boolean isPartOfFederation() {
        return SINGLE_DIRECTIVE_SPECIFICATIONS.contains(identity);
    }

    /** The name in the SDL of a directive of the specification, both without {@code @}. */
    public String directiveInSdl(String specName) {
        String imported = imports.get("@" + specName);
        if (imported != null) {
            return imported.substring(1);
        }
        return specName.equals(name) ? namespace : namespace + "__" + specName;
    }

    /** Whether an import gives an element, both with {@code @} if it is a directive, the name that it has without an import. */
    boolean isOwnName(String specName, String local) {
        return local.equals(inNamespace(specName));
    }

    /** The name that an element has without an import, with {@code @} if it is a directive. */
    String inNamespace(String specName) {
        return specName.startsWith("@") ? "@" + namespace + "__" + specName.substring(1) : namespace + "__" + specName;
    }

    /** The name in the specification of a type that the SDL calls so; empty for a type of somebody else. */
    Optional<String> typeInSpecification(String nameInSdl) {
        String prefix = namespace + "__";
        return nameInSdl.startsWith(prefix)
                ? Optional.of(nameInSdl.substring(prefix.length()))
                : imports.entrySet().stream()
                        .filter(each -> each.getValue().equals(nameInSdl))
                        .map(Map.Entry::getKey)
                        .findFirst();
    }

    /** The name in the specification of a directive that the SDL calls so, both without {@code @}. */
    public String directiveInSpecification(String nameInSdl) {
        return imports.entrySet().stream()
                .filter(each -> each.getValue().equals("@" + nameInSdl))
                .map(each -> each.getKey().substring(1))
                .findFirst()
                .orElseGet(() -> nameInSdl.equals(namespace) ? name : nameInSdl.replace(namespace + "__", ""));
    }

    /** The same link with other imports. */
    public LinkedSpecification withImports(Map<String, String> other) {
        return new LinkedSpecification(url, identity, name, version, namespace, other, purpose, location);
    }
}
