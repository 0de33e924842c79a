package io.lancang.federation.compose.subgraph;

import io.lancang.federation.compose.schema.FederationDirective;
import io.lancang.federation.compose.schema.Ordered;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a subgraph links to, and so what its names mean.
 *
 * @param version the federation specification that it is written in
 * @param specifications all links in the order of the SDL
 * @param modelNames the name of a directive in the SDL to its name in the model, for directives of federation
 * @param machineryDirectives the names in the SDL of directives whose definitions are dropped
 */
public record Links(
        FederationVersion version,
        List<LinkedSpecification> specifications,
        Map<String, String> modelNames,
        Set<String> machineryDirectives) {

    private static final List<FederationDirective> VERSION_ONE = List.of(
            FederationDirective.KEY,
            FederationDirective.REQUIRES,
            FederationDirective.PROVIDES,
            FederationDirective.EXTERNAL,
            FederationDirective.EXTENDS,
            FederationDirective.TAG);

    /** What came with the last releases of Federation 1, whose users define it. */
    private static final List<FederationDirective> VERSION_ONE_IF_DEFINED =
            List.of(FederationDirective.INACCESSIBLE, FederationDirective.OVERRIDE);

    private static final Set<String> BUILT_IN = Set.of("deprecated", "specifiedBy", "skip", "include", "oneOf");

    public Links {
        specifications = List.copyOf(specifications);
        modelNames = Ordered.copy(modelNames);
        machineryDirectives = Set.copyOf(machineryDirectives);
    }

    /**
     * What the links of a subgraph mean together.
     *
     * @param defined the names of the directives that the subgraph defines itself
     */
    static Links of(FederationVersion version, List<LinkedSpecification> specifications, Set<String> defined) {
        Map<String, String> names = new HashMap<>();
        if (version.isOne()) {
            VERSION_ONE.forEach(directive -> names.put(directive.specName(), directive.modelName()));
            VERSION_ONE_IF_DEFINED.stream()
                    .filter(directive -> defined.contains(directive.specName()))
                    .forEach(directive -> names.put(directive.specName(), directive.modelName()));
        }
        specifications.forEach(specification -> names.putAll(namesOf(specification, version)));
        Set<String> machinery = Stream.of(names.keySet(), BUILT_IN, Set.of(linkDirective(specifications)))
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
        return new Links(version, specifications, names, machinery);
    }

    /** The name that {@code @link} itself has in the SDL. */
    static String linkDirective(List<LinkedSpecification> specifications) {
        return specifications.stream()
                .filter(LinkedSpecification::isLink)
                .map(link -> link.directiveInSdl("link"))
                .findFirst()
                .orElse("link");
    }

    /** The name in the model of a directive that the SDL applies. */
    public String modelName(String nameInSdl) {
        return modelNames.getOrDefault(nameInSdl, nameInSdl);
    }

    /**
     * The name in the SDL of a directive of federation, with {@code @}. Where two linked specifications have the directive,
     * it is the one that is imported, or else that of the smaller one.
     */
    public String nameInSdl(FederationDirective directive) {
        return modelNames.entrySet().stream()
                .filter(name -> name.getValue().equals(directive.modelName()))
                .map(name -> "@" + name.getKey())
                .min(Comparator.comparing((String name) -> !isImported(name))
                        .thenComparing(this::isInNamespaceOfFederation)
                        .thenComparing(Comparator.naturalOrder()))
                .orElse("@" + directive.specName());
    }

    private boolean isImported(String name) {
        return specifications.stream().anyMatch(each -> each.imports().containsValue(name));
    }

    private boolean isInNamespaceOfFederation(String name) {
        return specifications.stream()
                .filter(LinkedSpecification::isFederation)
                .anyMatch(each -> name.startsWith("@" + each.namespace() + "__"));
    }

    /** Whether a type or directive of this name belongs to the namespace of a linked specification of Apollo. */
    boolean inMachineryNamespace(String name) {
        return name.startsWith("link__")
                || name.startsWith("federation__")
                || specifications.stream()
                        .filter(each -> each.identity().startsWith(LinkedSpecification.APOLLO))
                        .anyMatch(each -> name.startsWith(each.namespace() + "__")
                                || each.imports().containsValue(name));
    }

    /** Whether a directive of this name belongs to connectors, whose link is refused. */
    public boolean isOfConnectors(String directive) {
        return specifications.stream()
                .filter(LinkedSpecification::isConnect)
                .anyMatch(connect ->
                        connect.imports().containsValue("@" + directive) || directive.startsWith(connect.namespace()));
    }

    /** The name in its specification of a type that the SDL calls so; empty for a type of the subgraph itself. */
    Optional<String> specName(String typeInSdl) {
        String linkPrefix = "link__";
        if (typeInSdl.startsWith(linkPrefix)) {
            return Optional.of(typeInSdl.substring(linkPrefix.length()));
        }
        return specifications.stream()
                .filter(each -> each.isFederation() || each.isLink() || each.isPartOfFederation())
                .flatMap(each -> each.typeInSpecification(typeInSdl).stream())
                .findFirst();
    }

    private static Map<String, String> namesOf(LinkedSpecification specification, FederationVersion version) {
        Map<String, String> names = new HashMap<>();
        if (specification.isFederation() || specification.isPartOfFederation()) {
            for (FederationDirective directive : FederationDirective.values()) {
                if (provides(specification, directive, version)) {
                    names.put(specification.directiveInSdl(directive.specName()), directive.modelName());
                }
            }
        }
        return names;
    }

    private static boolean provides(
            LinkedSpecification specification, FederationDirective directive, FederationVersion version) {
        if (specification.isFederation()) {
            return directive.sinceMinor() <= version.minor();
        }
        return switch (specification.name()) {
            case "cost" -> directive == FederationDirective.COST || directive == FederationDirective.LIST_SIZE;
            case "context" -> directive == FederationDirective.CONTEXT || directive == FederationDirective.FROM_CONTEXT;
            default -> directive.specName().equals(specification.name());
        };
    }
}
