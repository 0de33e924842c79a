package io.lancang.federation.compose.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The directives of one element.
 *
 * @param applied in the order of the SDL
 */
public record Directives(List<AppliedDirective> applied) {

    /** No directive. */
    public static final Directives NONE = new Directives(List.of());

    public Directives {
        applied = List.copyOf(applied);
    }

    /** Whether the federation directive is applied. */
    public boolean has(FederationDirective directive) {
        return all(directive).findAny().isPresent();
    }

    /** The first application of the federation directive. */
    public Optional<AppliedDirective> first(FederationDirective directive) {
        return all(directive).findFirst();
    }

    /** All applications of the federation directive. */
    public Stream<AppliedDirective> all(FederationDirective directive) {
        return all(directive.modelName());
    }

    /** All applications of the directive of this name in the model. */
    public Stream<AppliedDirective> all(String modelName) {
        return applied.stream().filter(each -> each.name().equals(modelName));
    }

    /** These directives and one more. */
    public Directives with(AppliedDirective directive) {
        return with(List.of(directive));
    }

    /** These directives and more of them. */
    public Directives with(List<AppliedDirective> more) {
        List<AppliedDirective> all = new ArrayList<>(applied);
        all.addAll(more);
        return new Directives(all);
    }

    /** These directives without those that match. */
    public Directives without(Predicate<AppliedDirective> unwanted) {
        return new Directives(applied.stream().filter(unwanted.negate()).toList());
    }

    /** These directives without a federation directive. */
    public Directives without(FederationDirective directive) {
        return without(each -> each.name().equals(directive.modelName()));
    }
}
