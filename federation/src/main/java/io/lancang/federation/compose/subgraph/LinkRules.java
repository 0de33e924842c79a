package io.lancang.federation.compose.subgraph;

import io.lancang.federation.compose.problem.CompositionErrorCode;
import io.lancang.federation.compose.problem.Place;
import io.lancang.federation.compose.problem.Problems;
import io.lancang.federation.compose.schema.FederationDirective;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The rules for all links of a subgraph.
 *
 * @param subgraph the subgraph's name
 * @param problems where to complain
 */
record LinkRules(String subgraph, Problems problems) {

    private static final Set<String> FEDERATION_TYPES =
            Set.of("FieldSet", "Scope", "Policy", "ContextFieldValue", "Any");
    private static final String LINK_VERSION = "1.0";

    /** What only supergraphs are written in; subgraphs have these directives from the federation specification. */
    private static final Set<String> OF_SUPERGRAPHS = Set.of(
            LinkedSpecification.APOLLO + "join",
            LinkedSpecification.APOLLO + "tag",
            LinkedSpecification.APOLLO + "inaccessible");

    /** Checks the links; the answer is the version of the federation specification that the subgraph is written in. */
    FederationVersion check(List<LinkedSpecification> specifications) {
        Set<String> identities = new HashSet<>();
        for (LinkedSpecification specification : specifications) {
            checkPurpose(specification);
            checkNamespace(specification);
            checkLocalNames(specification);
            if (!identities.add(specification.identity())) {
                error(
                        CompositionErrorCode.INVALID_LINK_DIRECTIVE_USAGE,
                        specification,
                        "\"" + specification.identity() + "\" is linked more than once; keep one of the links");
            }
            if (OF_SUPERGRAPHS.contains(specification.identity())) {
                error(
                        CompositionErrorCode.INVALID_LINK_DIRECTIVE_USAGE,
                        specification,
                        "\"" + specification.identity() + "\" is a specification of supergraphs; remove the link, and"
                                + " import what the subgraph uses from the federation specification");
            }
            if (specification.isConnect()) {
                error(
                        CompositionErrorCode.UNSUPPORTED_LINKED_FEATURE,
                        specification,
                        "connectors (@connect, @source) are answered by no gateway but the router of their makers; put a"
                                + " subgraph in front of the service, and remove the link");
            }
            if (specification.isLink() && !specification.version().equals(LINK_VERSION)) {
                error(
                        CompositionErrorCode.UNKNOWN_LINK_VERSION,
                        specification,
                        "the version v" + specification.version() + " of the link specification is unknown; link to v"
                                + LINK_VERSION);
            }
        }
        new LinkNames(subgraph, problems).check(specifications);
        return federationVersion(specifications);
    }

    private FederationVersion federationVersion(List<LinkedSpecification> specifications) {
        Optional<LinkedSpecification> federation = specifications.stream()
                .filter(LinkedSpecification::isFederation)
                .findFirst();
        if (federation.isEmpty()) {
            return FederationVersion.ONE;
        }
        FederationVersion version = FederationVersion.parse(federation.get().version());
        if (version.isOne() || !version.isKnown()) {
            error(
                    CompositionErrorCode.UNKNOWN_FEDERATION_LINK_VERSION,
                    federation.get(),
                    "the version " + version + " of the federation specification is unknown; link to v2.0 to v2."
                            + FederationVersion.NEWEST_MINOR);
        }
        checkImports(federation.get(), version);
        return version;
    }

    /** A purpose says that a router may not ignore the specification, so that leaving it out would not be safe. */
    private void checkPurpose(LinkedSpecification specification) {
        if (specification.purpose() != null && !specification.identity().startsWith(LinkedSpecification.APOLLO)) {
            error(
                    CompositionErrorCode.UNSUPPORTED_LINKED_FEATURE,
                    specification,
                    "\"" + specification.url() + "\" is linked for " + specification.purpose()
                            + ", but composition does not know it; remove the purpose, or the link");
        }
    }

    /** Names of the specification are recognised by what stands before the first two underscores. */
    private void checkNamespace(LinkedSpecification specification) {
        String namespace = specification.namespace();
        if (namespace.contains("__") || namespace.endsWith("_")) {
            error(
                    CompositionErrorCode.INVALID_LINK_DIRECTIVE_USAGE,
                    specification,
                    "\"" + specification.url() + "\" is linked as \"" + namespace
                            + "\", which contains \"__\" or ends with \"_\"; take another name with \"as\"");
        }
    }

    /** An import gives a name without namespace; one with another's would seem to be of that other specification. */
    private void checkLocalNames(LinkedSpecification specification) {
        specification.imports().forEach((name, local) -> {
            if (local.contains("__") && !specification.isOwnName(name, local)) {
                error(
                        CompositionErrorCode.INVALID_LINK_DIRECTIVE_USAGE,
                        specification,
                        "\"" + name + "\" is imported as \"" + local + "\", but what stands before \"__\" is the"
                                + " namespace of a link; take a name without \"__\"");
            }
        });
    }

    private void checkImports(LinkedSpecification federation, FederationVersion version) {
        for (String imported : federation.imports().keySet()) {
            Optional<FederationDirective> directive =
                    imported.startsWith("@") ? FederationDirective.bySpecName(imported.substring(1)) : Optional.empty();
            if (directive.isEmpty() && !FEDERATION_TYPES.contains(imported)) {
                error(
                        CompositionErrorCode.INVALID_LINK_DIRECTIVE_USAGE,
                        federation,
                        "composition knows no \"" + imported + "\" in the federation specification; remove the import");
            } else if (directive.isPresent() && directive.get().sinceMinor() > version.minor()) {
                error(
                        CompositionErrorCode.INVALID_LINK_DIRECTIVE_USAGE,
                        federation,
                        imported + " came with v2." + directive.get().sinceMinor() + " of the federation specification,"
                                + " but " + version + " is linked; link to a newer version");
            }
        }
    }

    private void error(CompositionErrorCode code, LinkedSpecification link, String message) {
        problems.error(code, "schema", Place.of(subgraph, link.location()), message);
    }
}
