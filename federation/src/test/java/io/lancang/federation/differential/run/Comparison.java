package io.lancang.federation.differential.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import io.lancang.federation.GraphQLResponse;
import io.lancang.federation.PlannerOptions;
import io.lancang.federation.SubgraphClient;
import io.lancang.federation.SubgraphDefinition;
import io.lancang.federation.compose.Composition;
import io.lancang.federation.compose.CompositionResult;
import io.lancang.federation.differential.data.Values;
import io.lancang.federation.differential.run.Difference.Kind;
import io.lancang.federation.differential.schema.Disagreement;
import io.lancang.federation.differential.schema.Schema;
import io.lancang.federation.differential.schema.Whole;
import io.lancang.federation.engine.EngineOptions;
import io.lancang.federation.engine.FederationEngine;
import io.lancang.federation.engine.GraphQLRequest;
import io.lancang.federation.error.ErrorCode;
import io.lancang.federation.error.GraphQLError;
import io.lancang.federation.plan.PlanProof;
import io.lancang.federation.plan.query.PlanningException;
import io.lancang.federation.supergraph.Supergraph;
import io.lancang.federation.testing.TestSubgraph;
import io.lancang.federation.testing.TestSubgraphs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A federation and the whole that it should be, ready to be asked the same. */
public final class Comparison {
    /** A busy machine makes no plan another one, and refuses none. */
    private static final PlannerOptions PATIENT =
            new PlannerOptions(50_000, 2_000, Duration.ofMinutes(10), Duration.ofMinutes(10));

    private static final EngineOptions OPTIONS = EngineOptions.DEFAULT.withPlanner(PATIENT);

    /** How an answer ends that would need the name of a type that nobody knows. */
    private static final String NAMELESS = "\"__typename\"],\"extensions\":{\"code\":\"SATISFIABILITY_ERROR\"";

    /** Which fields that are taken over by and by have moved already. */
    private enum Moved {
        NOTHING,
        EVERYTHING;

        Set<String> among(Set<String> labels) {
            return switch (this) {
                case NOTHING -> Set.of();
                case EVERYTHING -> labels;
            };
        }
    }

    private final TestSubgraph whole;
    private final FederationEngine<Object> engine;
    private final PlanProof proof;
    private final GraphQLSchema wholeSchema;
    private final boolean nameless;
    private final Journal journal = new Journal();

    /**
     * Puts both up.
     *
     * @param client how the gateway reaches subgraphs
     * @throws DifferenceException if the subgraphs do not compose, or to another schema
     */
    public Comparison(Federation federation, Function<TestSubgraph[], SubgraphClient<Object>> client)
            throws DifferenceException {
        Schema everything = federation.whole();
        Schema visible = Whole.visible(everything);
        Values values = new Values(everything, federation.data());
        nameless = everything.types().keySet().stream().anyMatch(Whole::isNameless);
        wholeSchema =
                UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().parse(visible.definitions()));
        whole = WholeGraph.of(everything, Whole.withoutInaccessible(everything), values, journal);
        String supergraphSdl = compose(federation.subgraphs());
        Supergraph supergraph = parse(supergraphSdl);
        checkApi(supergraph);
        TestSubgraph[] parts = parts(federation, everything, values);
        engine = new FederationEngine<>(
                supergraph, client.apply(parts), OPTIONS, (labels, context) -> ((Moved) context).among(labels));
        proof = new PlanProof(supergraphSdl, supergraph, PATIENT);
    }

    /** Subgraphs in memory, which answer at once. */
    public static Comparison inMemory(Federation federation) throws DifferenceException {
        return new Comparison(federation, TestSubgraphs::of);
    }

    /** The schema that clients see. */
    public GraphQLSchema schema() {
        return wholeSchema;
    }

    /** The answer of the whole, if it answers without errors: what is wrong with a query is not compared. */
    public @Nullable String expected(Query query) {
        journal.clear();
        String answer = new String(whole.answer(query.body()), UTF_8);
        return answer.startsWith("{\"data\":") ? answer + journal.entries() : null;
    }

    /** Asks both; null if they agree, or if the whole has errors to tell. */
    public @Nullable Difference ask(Query query) {
        String expected = expected(query);
        return expected == null ? null : ask(query, expected);
    }

    /** Asks the gateway what the whole has answered; null if they agree. */
    public @Nullable Difference ask(Query query, String expected) {
        Set<String> labels = proof.labels(query.text());
        Difference difference = ask(query, Moved.NOTHING, Set.of(), expected);
        return difference != null || labels.isEmpty() ? difference : ask(query, Moved.EVERYTHING, labels, expected);
    }

    private @Nullable Difference ask(Query query, Moved moved, Set<String> labels, String expected) {
        boolean disagreement = Disagreement.isIn(query.text());
        try {
            if (disagreement) {
                proof.proveWhatIsAskedFor(query.text(), labels);
            } else {
                proof.prove(query.text(), labels);
            }
        } catch (PlanningException refused) {
            return isOfTheNameless(refused.error()) && query.text().contains("__typename")
                    ? null
                    : new Difference(Kind.PLAN, signature(refused), refused + "\n" + explain(query, moved));
        } catch (AssertionError | RuntimeException broken) {
            return new Difference(Kind.PLAN, signature(broken), broken + "\n" + explain(query, moved));
        }
        if (disagreement) {
            return askAlone(query, moved);
        }
        String actual = actual(query, moved);
        return expected.equals(actual)
                ? null
                : new Difference(
                        Kind.ANSWER,
                        actual.startsWith("{\"data\":") ? "data" : "errors",
                        explain(query, moved) + "\nthe whole:  " + expected + "\nthe gateway: " + actual);
    }

    /** What would need the name of a type that nobody knows is refused. */
    private boolean isOfTheNameless(GraphQLError error) {
        return error.code().equals(ErrorCode.SATISFIABILITY_ERROR.name())
                && "__typename".equals(error.path().getLast())
                && nameless;
    }

    /** Where subgraphs disagree the whole is no judge, but a field has one value, whatever is asked for beside it. */
    private @Nullable Difference askAlone(Query query, Moved moved) {
        String beside = answer(query, moved);
        for (Query single : Alone.of(query)) {
            String alone = answer(single, moved);
            if (!(nameless && alone.contains(NAMELESS)) && !Alone.isPart(alone, beside)) {
                return new Difference(
                        Kind.ANSWER,
                        "alone",
                        explain(query, moved) + "\nbeside others: " + beside + "\n" + single + "\n"
                                + explain(single, moved) + "\nalone: " + alone);
            }
        }
        return null;
    }

    private String actual(Query query, Moved moved) {
        journal.clear();
        return answer(query, moved) + journal.entries();
    }

    private String answer(Query query, Moved moved) {
        try {
            GraphQLResponse response =
                    engine.execute(request(query), moved).toCompletableFuture().join();
            return new String(response.body(), 0, response.length(), UTF_8);
        } catch (RuntimeException crash) {
            return crash.toString();
        }
    }

    /** The class and the first words of the message, which name no field yet. */
    private static String signature(Throwable thrown) {
        String message = String.valueOf(thrown.getMessage());
        return thrown.getClass().getName() + " " + message.substring(0, Math.min(message.length(), 12));
    }

    private String explain(Query query, Moved moved) {
        try {
            return engine.explain(request(query), moved);
        } catch (RuntimeException crash) {
            return crash.toString();
        }
    }

    private static GraphQLRequest request(Query query) {
        return new GraphQLRequest(query.text(), null, query.variables());
    }

    private static String compose(List<Schema> subgraphs) throws DifferenceException {
        List<SubgraphDefinition> definitions = subgraphs.stream()
                .map(subgraph -> new SubgraphDefinition(subgraph.name(), "http://" + subgraph.name(), subgraph.sdl()))
                .toList();
        try {
            return switch (Composition.compose(definitions)) {
                case CompositionResult.Success success -> success.supergraphSdl();
                case CompositionResult.Failure failure ->
                    throw new DifferenceException(new Difference(
                            Kind.COMPOSITION,
                            failure.errors().getFirst().code().toString(),
                            failure.errors().toString()));
            };
        } catch (RuntimeException crash) {
            throw crashed(crash);
        }
    }

    private static Supergraph parse(String supergraphSdl) throws DifferenceException {
        try {
            return Supergraph.parse(supergraphSdl);
        } catch (RuntimeException crash) {
            throw crashed(crash);
        }
    }

    private static DifferenceException crashed(RuntimeException crash) {
        return new DifferenceException(new Difference(Kind.COMPOSITION, signature(crash), crash.toString()), crash);
    }

    private void checkApi(Supergraph supergraph) throws DifferenceException {
        String expected = ApiText.of(wholeSchema);
        String actual = ApiText.of(supergraph.apiSchema());
        if (!expected.equals(actual)) {
            List<String> lines = new ArrayList<>(actual.lines().toList());
            lines.removeAll(expected.lines().toList());
            List<String> missing = new ArrayList<>(expected.lines().toList());
            missing.removeAll(actual.lines().toList());
            throw new DifferenceException(new Difference(
                    Kind.API_SCHEMA,
                    "",
                    "the whole: \n" + String.join("\n", missing) + "\nthe gateway: \n" + String.join("\n", lines)));
        }
    }

    private TestSubgraph[] parts(Federation federation, Schema everything, Values values) {
        Overridden overridden = new Overridden(federation.subgraphs());
        return federation.subgraphs().stream()
                .map(subgraph -> SubgraphPart.of(subgraph, everything, values, overridden, journal))
                .toArray(TestSubgraph[]::new);
    }
}
