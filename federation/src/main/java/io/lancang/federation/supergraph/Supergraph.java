package io.lancang.federation.supergraph;

import graphql.schema.GraphQLSchema;
import io.lancang.federation.Contract;
import io.lancang.federation.SubgraphTags;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A supergraph: what each subgraph knows, what the whole offers to clients. Immutable and safe to share. */
public final class Supergraph {
    private final List<Subgraph> subgraphs;
    private final Map<String, SupergraphType> types;
    private final List<Map<String, SubgraphType>> bySubgraph;
    private final Roots roots;
    private final Map<String, Set<String>> contexts;
    private final Map<String, Set<Requirement>> requirements;
    private final DeclaredCosts costs;
    private final Map<String, SubgraphTags> cacheTags;
    private final GraphQLSchema apiSchema;
    private final Set<String> overrideLabels;
    private final Set<String> withUnknownTypes;

    Supergraph(
            List<Subgraph> subgraphs,
            Map<String, SupergraphType> types,
            List<Map<String, SubgraphType>> bySubgraph,
            Roots roots,
            Map<String, Set<String>> contexts,
            Map<String, Set<Requirement>> requirements,
            DeclaredCosts costs,
            Map<String, SubgraphTags> cacheTags,
            GraphQLSchema apiSchema) {
        this.subgraphs = List.copyOf(subgraphs);
        this.types = Map.copyOf(types);
        this.bySubgraph = bySubgraph.stream().map(Map::copyOf).toList();
        this.roots = roots;
        this.contexts = Map.copyOf(contexts);
        this.requirements = Map.copyOf(requirements);
        this.costs = costs;
        this.cacheTags = Map.copyOf(cacheTags);
        this.apiSchema = apiSchema;
        overrideLabels = bySubgraph.stream()
                .flatMap(known -> known.values().stream())
                .flatMap(type -> type.fields().values().stream())
                .map(SubgraphField::label)
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
        withUnknownTypes = bySubgraph.stream()
                .flatMap(known -> known.entrySet().stream())
                .filter(known -> known.getValue().kind() == TypeKind.INTERFACE_OBJECT)
                .map(Map.Entry::getKey)
                .filter(name -> Objects.requireNonNull(types.get(name), name).possibleTypes().stream()
                        .allMatch(apiSchema::containsType))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Names of the root types.
     *
     * @param mutation null without mutations
     * @param subscription null without subscriptions
     */
    public record Roots(
            String query,
            @Nullable String mutation,
            @Nullable String subscription) {}

    /**
     * Reads a supergraph in the join specification v0.1 to v0.5.
     *
     * @throws SupergraphException if it is none
     */
    public static Supergraph parse(String sdl) {
        return parse(sdl, Contract.WHOLE);
    }

    /**
     * As {@link #parse(String)}, with an API schema that has only what is in a contract. Subgraphs may still be asked for the rest, for
     * keys for instance.
     *
     * @throws SupergraphException if it is none, or if the contract leaves clients nothing to ask
     */
    public static Supergraph parse(String sdl, Contract contract) {
        Supergraph supergraph = parseUnvalidated(sdl, contract);
        supergraph.validate();
        return supergraph;
    }

    /**
     * As {@link #parse(String, Contract)}, but leaves {@link #validate()} to the caller, which takes as long as all the rest: for those who
     * want the first answer soon, of a supergraph that a composer has looked through before.
     *
     * @throws SupergraphException if it is none
     */
    public static Supergraph parseUnvalidated(String sdl, Contract contract) {
        return new SupergraphReader(SdlDocument.parse(sdl)).read(contract);
    }

    /**
     * Looks for what makes the API schema wrong and hinders nobody from reading it: default values of another type, input types that
     * need themselves, names that are kept for introspection.
     *
     * @throws SupergraphException at what is wrong
     */
    public void validate() {
        ApiSchemaRules.check(apiSchema);
    }

    /** All subgraphs, each at the index of its ordinal. */
    public List<Subgraph> subgraphs() {
        return subgraphs;
    }

    public Roots roots() {
        return roots;
    }

    /** The schema that clients see: without federation's machinery and without inaccessible elements. */
    public GraphQLSchema apiSchema() {
        return apiSchema;
    }

    /** Names of the object types that set a context, by themselves or by an interface or union. */
    public Set<String> typesWithContext(String context) {
        return contexts.getOrDefault(context, Set.of());
    }

    /** What the supergraph says of the costs of its types and fields. */
    public DeclaredCosts costs() {
        return costs;
    }

    /** What a subgraph's {@code @cacheTag} says of its answers. */
    public SubgraphTags cacheTags(String subgraph) {
        return cacheTags.getOrDefault(subgraph, SubgraphTags.NONE);
    }

    /**
     * Whether clients can be shown objects of an interface without a known type: some subgraph has them as an
     * interface object, and clients may see them whatever they are.
     */
    public boolean allowsUnknownType(String interfaceName) {
        return withUnknownTypes.contains(interfaceName);
    }

    /** Whether not everybody may see everything. */
    public boolean hasRequirements() {
        return !requirements.isEmpty();
    }

    /** What a client must fulfil to see values of a type, or to give some as arguments, by the type's own directives. */
    public Set<Requirement> requirements(String typeName) {
        return requirements.getOrDefault(typeName, Set.of());
    }

    /** What a client must fulfil to see a field, by the field's own directives. */
    public Set<Requirement> requirements(String typeName, String field) {
        return requirements.getOrDefault(typeName + "." + field, Set.of());
    }

    /** The labels of all progressive overrides. */
    public Set<String> overrideLabels() {
        return overrideLabels;
    }

    /** The type of that name. Built-in scalars are not listed. */
    public @Nullable SupergraphType type(String name) {
        return types.get(name);
    }

    /** The type as one subgraph knows it; null where that subgraph does not know it. */
    public @Nullable SubgraphType type(Subgraph subgraph, String name) {
        return bySubgraph.get(subgraph.ordinal()).get(name);
    }
}
