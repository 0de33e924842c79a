package io.lancang.federation.compose.merge;

import io.lancang.federation.compose.problem.ErrorCode;
import io.lancang.federation.compose.problem.Place;
import io.lancang.federation.compose.problem.Problems;
import io.lancang.federation.compose.schema.AppliedDirective;
import io.lancang.federation.compose.schema.DirectiveDeclaration;
import io.lancang.federation.compose.schema.FederationDirective;
import io.lancang.federation.compose.subgraph.LinkedSpecification;
import io.lancang.federation.compose.subgraph.Subgraph;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The custom directives that subgraphs carry into the supergraph with {@code @composeDirective}. */
final class ComposedDirectives {

    private final Problems problems;
    private final Map<String, DirectiveDeclaration> directives = new LinkedHashMap<>();
    private final Map<String, LinkedSpecification> links = new LinkedHashMap<>();

    private ComposedDirectives(Problems problems) {
        this.problems = problems;
    }

    static ComposedDirectives of(List<Subgraph> subgraphs, Problems problems) {
        ComposedDirectives composed = new ComposedDirectives(problems);
        for (Subgraph subgraph : subgraphs) {
            subgraph.schemaDirectives().stream()
                    .filter(each -> each.name().equals(FederationDirective.COMPOSE_DIRECTIVE.modelName()))
                    .forEach(each -> composed.add(subgraph, each));
        }
        return composed;
    }

    /** The definitions by name. */
    Map<String, DirectiveDeclaration> directives() {
        return directives;
    }

    /** The specifications that they come from, each with what is composed of it as its imports. */
    List<LinkedSpecification> links() {
        return List.copyOf(links.values());
    }

    private void add(Subgraph subgraph, AppliedDirective compose) {
        String written = String.valueOf(compose.text("name"));
        if (!written.startsWith("@")) {
            report(subgraph, compose, "the name \"" + written + "\" of @composeDirective has to start with \"@\"");
            return;
        }
        String name = written.substring(1);
        DirectiveDeclaration declaration = subgraph.directives().get(name);
        Optional<LinkedSpecification> specification = specification(subgraph, name);
        if (declaration == null) {
            report(subgraph, compose, written + " is not defined in the subgraph; define it, or do not compose it");
        } else if (specification.isEmpty()) {
            report(
                    subgraph,
                    compose,
                    written + " belongs to no linked specification; link one with"
                            + " @link(url: \"https://example.com/my/v1.0\", import: [\"" + written + "\"])");
        } else {
            add(subgraph, compose, declaration, specification.get());
        }
    }

    private void add(
            Subgraph subgraph,
            AppliedDirective compose,
            DirectiveDeclaration declaration,
            LinkedSpecification specification) {
        LinkedSpecification known = links.get(specification.identity());
        if (known != null && !major(known).equals(major(specification))) {
            report(
                    subgraph,
                    compose,
                    "@" + declaration.name() + " comes from " + specification.url() + " here and from " + known.url()
                            + " in another subgraph; link versions of one major version");
            return;
        }
        LinkedSpecification newest = known == null || minor(known) <= minor(specification) ? specification : known;
        Map<String, String> imports = new LinkedHashMap<>(known == null ? Map.of() : known.imports());
        specification.imports().forEach((name, alias) -> {
            if (alias.equals("@" + declaration.name())) {
                imports.put(name, alias);
            }
        });
        links.put(specification.identity(), withImports(newest, imports));
        if (newest.equals(specification) || !directives.containsKey(declaration.name())) {
            directives.put(declaration.name(), declaration);
        }
    }

    private static Optional<LinkedSpecification> specification(Subgraph subgraph, String directive) {
        return subgraph.links().specifications().stream()
                .filter(link -> !link.isFederation() && !link.isLink())
                .filter(link -> link.imports().containsValue("@" + directive)
                        || directive.equals(link.namespace())
                        || directive.startsWith(link.namespace() + "__"))
                .findFirst();
    }

    private static LinkedSpecification withImports(LinkedSpecification link, Map<String, String> imports) {
        return new LinkedSpecification(
                link.url(),
                link.identity(),
                link.name(),
                link.version(),
                link.namespace(),
                imports,
                link.purpose(),
                link.location());
    }

    private static String major(LinkedSpecification link) {
        int dot = link.version().indexOf('.');
        return dot < 0 ? link.version() : link.version().substring(0, dot);
    }

    private static int minor(LinkedSpecification link) {
        int dot = link.version().indexOf('.');
        return dot < 0 ? 0 : Integer.parseInt(link.version().substring(dot + 1));
    }

    private void report(Subgraph subgraph, AppliedDirective compose, String message) {
        problems.error(
                ErrorCode.DIRECTIVE_COMPOSITION_ERROR,
                "schema",
                Place.of(subgraph.name(), compose.location()),
                message);
    }
}
