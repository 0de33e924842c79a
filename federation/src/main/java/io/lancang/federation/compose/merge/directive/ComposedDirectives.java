package io.lancang.federation.compose.merge.directive;

import io.lancang.federation.compose.problem.CompositionErrorCode;
import io.lancang.federation.compose.problem.Place;
import io.lancang.federation.compose.problem.Problems;
import io.lancang.federation.compose.schema.AppliedDirective;
import io.lancang.federation.compose.schema.DirectiveDeclaration;
import io.lancang.federation.compose.schema.FederationDirective;
import io.lancang.federation.compose.subgraph.LinkedSpecification;
import io.lancang.federation.compose.subgraph.SubgraphModel;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The custom directives that subgraphs carry into the supergraph with {@code @composeDirective}. One name has to mean one
 * directive of one specification in all of them.
 */
public final class ComposedDirectives {
    private static final List<String> OF_SUPERGRAPHS = List.of("join__", "link__");

    private final Problems problems;
    private final Map<String, DirectiveDeclaration> directives = new LinkedHashMap<>();
    private final Map<String, Origin> origins = new HashMap<>();
    private final Map<String, LinkedSpecification> links = new LinkedHashMap<>();
    private final Map<String, SubgraphModel> newest = new HashMap<>();
    private final Map<String, Set<String>> composers = new HashMap<>();

    /** What a directive's name means: one directive of a specification. */
    private record Origin(String specification, String directive) {}

    private ComposedDirectives(Problems problems) {
        this.problems = problems;
    }

    public static ComposedDirectives of(List<SubgraphModel> subgraphs, Problems problems) {
        ComposedDirectives composed = new ComposedDirectives(problems);
        for (SubgraphModel subgraph : subgraphs) {
            subgraph.schema()
                    .directives()
                    .all(FederationDirective.COMPOSE_DIRECTIVE)
                    .forEach(each -> composed.add(subgraph, each));
        }
        composed.takeNewestDefinitions();
        return composed;
    }

    /** The definitions by name. */
    public Map<String, DirectiveDeclaration> directives() {
        return directives;
    }

    /** The specifications that they come from, each with what is composed of it as its imports. */
    public List<LinkedSpecification> links() {
        return List.copyOf(links.values());
    }

    /** Whether the subgraph wants its applications of the directive in the supergraph. */
    boolean isComposedIn(String directive, SubgraphModel subgraph) {
        return composers.getOrDefault(directive, Set.of()).contains(subgraph.name());
    }

    private void add(SubgraphModel subgraph, AppliedDirective compose) {
        String written = compose.text("name");
        if (written == null || !written.startsWith("@") || written.length() == 1) {
            report(
                    subgraph,
                    compose,
                    "@composeDirective takes the name of a directive with its \"@\", such as \"@mine\", not "
                            + (written == null ? "null" : "\"" + written + "\""));
            return;
        }
        String name = written.substring(1);
        Optional<FederationDirective> known =
                FederationDirective.byModelName(subgraph.links().modelName(name));
        DirectiveDeclaration declaration = subgraph.directives().get(name);
        Optional<LinkedSpecification> specification = specification(subgraph, name);
        if (known.isPresent()) {
            addKnown(subgraph, compose, written, known.get());
        } else if (FederationDirective.CARRIED.stream()
                .anyMatch(directive -> directive.specName().equals(name))) {
            report(
                    subgraph,
                    compose,
                    written + " is the name of a directive that supergraphs have from federation; import yours under"
                            + " another name");
        } else if (OF_SUPERGRAPHS.stream().anyMatch(name::startsWith)) {
            problems.error(
                    CompositionErrorCode.INVALID_LINK_DIRECTIVE_USAGE,
                    "schema",
                    Place.of(subgraph.name(), compose.location()),
                    written + " begins like the names that supergraphs have from the specifications join and link;"
                            + " import it under another name");
        } else if (declaration == null) {
            report(subgraph, compose, written + " is not defined in the subgraph; define it, or do not compose it");
        } else if (specification.isEmpty()) {
            report(
                    subgraph,
                    compose,
                    written + " belongs to no linked specification; link one with"
                            + " @link(url: \"https://example.com/my/v1.0\", import: [\"" + written + "\"])");
        } else if (isConsistent(subgraph, compose, name, specification.get())) {
            add(subgraph, declaration, specification.get());
        }
    }

    private void addKnown(
            SubgraphModel subgraph, AppliedDirective compose, String written, FederationDirective directive) {
        if (FederationDirective.CARRIED.contains(directive) || directive == FederationDirective.CACHE_TAG) {
            problems.hint("schema", written + " reaches the supergraph without @composeDirective; remove it");
        } else {
            report(
                    subgraph,
                    compose,
                    written + " is federation's own and means nothing in a supergraph; do not compose it");
        }
    }

    private boolean isConsistent(
            SubgraphModel subgraph, AppliedDirective compose, String name, LinkedSpecification specification) {
        Origin origin = new Origin(specification.identity(), specification.directiveInSpecification(name));
        LinkedSpecification known = links.get(specification.identity());
        if (known != null && !major(known).equals(major(specification))) {
            report(
                    subgraph,
                    compose,
                    "@" + name + " comes from " + specification.url() + " here and from " + known.url()
                            + " in another subgraph; link versions of one major version");
            return false;
        }
        Origin sameName = origins.putIfAbsent(name, origin);
        if (sameName != null && !sameName.equals(origin)) {
            report(
                    subgraph,
                    compose,
                    "@" + name + " is @" + origin.directive() + " of " + origin.specification() + " here and @"
                            + sameName.directive() + " of " + sameName.specification()
                            + " in another subgraph; import one of them under another name");
            return false;
        }
        Optional<String> otherName = origins.entrySet().stream()
                .filter(each -> each.getValue().equals(origin) && !each.getKey().equals(name))
                .map(Map.Entry::getKey)
                .findFirst();
        otherName.ifPresent(other -> report(
                subgraph,
                compose,
                "@" + origin.directive() + " of " + origin.specification() + " is composed as @" + name
                        + " here and as @" + other + " in another subgraph; import it under one name"));
        return otherName.isEmpty();
    }

    private void add(SubgraphModel subgraph, DirectiveDeclaration declaration, LinkedSpecification specification) {
        String name = declaration.name();
        LinkedSpecification known = links.get(specification.identity());
        LinkedSpecification latest = known == null || minor(known) <= minor(specification) ? specification : known;
        if (latest.equals(specification)) {
            newest.put(specification.identity(), subgraph);
        }
        Map<String, String> imports = new LinkedHashMap<>(known == null ? Map.of() : known.imports());
        imports.put("@" + specification.directiveInSpecification(name), "@" + name);
        links.put(specification.identity(), latest.withImports(imports));
        composers.computeIfAbsent(name, ignored -> new HashSet<>()).add(subgraph.name());
        directives.putIfAbsent(name, declaration);
    }

    /** Of several versions of a specification the newest says how its directives are defined. */
    private void takeNewestDefinitions() {
        directives.replaceAll((name, declaration) -> {
            String specification = Objects.requireNonNull(origins.get(name)).specification();
            SubgraphModel subgraph = Objects.requireNonNull(newest.get(specification));
            DirectiveDeclaration latest = subgraph.directives().get(name);
            if (latest == null) {
                problems.error(
                        CompositionErrorCode.DIRECTIVE_COMPOSITION_ERROR,
                        "@" + name,
                        Place.of(
                                subgraph.name(),
                                Objects.requireNonNull(links.get(specification)).location()),
                        "@" + name + " is composed, but \"" + subgraph.name() + "\", which links the newest version of "
                                + specification + ", does not define it; define it there as that version does");
            }
            return latest == null ? declaration : latest;
        });
    }

    private static Optional<LinkedSpecification> specification(SubgraphModel subgraph, String directive) {
        return subgraph.links().specifications().stream()
                .filter(link -> !link.isFederation() && !link.isLink())
                .filter(link -> link.imports().containsValue("@" + directive)
                        || directive.equals(link.namespace())
                        || directive.startsWith(link.namespace() + "__"))
                .findFirst();
    }

    private static String major(LinkedSpecification link) {
        return link.version().substring(0, link.version().indexOf('.'));
    }

    private static int minor(LinkedSpecification link) {
        return Integer.parseInt(link.version().substring(link.version().indexOf('.') + 1));
    }

    private void report(SubgraphModel subgraph, AppliedDirective compose, String message) {
        problems.error(
                CompositionErrorCode.DIRECTIVE_COMPOSITION_ERROR,
                "schema",
                Place.of(subgraph.name(), compose.location()),
                message);
    }
}
