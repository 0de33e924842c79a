package io.lancang.federation.bench;

import graphql.ExecutionInput;
import graphql.ParseAndValidate;
import graphql.ParseAndValidateResult;
import io.lancang.federation.engine.CacheOptions;
import io.lancang.federation.engine.EngineOptions;
import io.lancang.federation.engine.FederationEngine;
import io.lancang.federation.engine.Preparation;
import io.lancang.federation.testing.TestSubgraphs;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * What an operation costs that the engine has not seen before. Planning is what a gateway adds to parsing and validation, which
 * any server of GraphQL does as well.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PreparationBenchmark {
    private static final EngineOptions REMEMBERING_NOTHING = EngineOptions.DEFAULT.withCaches(CacheOptions.NOTHING);

    private final Sample sample = Sample.load();
    private final FederationEngine<Object> engine =
            new FederationEngine<>(sample.supergraph(), TestSubgraphs.of(sample.subgraphs()), REMEMBERING_NOTHING);

    /** Makes sure that nothing is remembered, and that graphql-java accepts what it is given. */
    public PreparationBenchmark() {
        engine.preparation(sample.request(), sample);
        engine.preparation(sample.request(), sample);
        if (engine.planCache().misses() != 2) {
            throw new IllegalStateException("the engine remembers operations: " + engine.planCache());
        }
        if (validate(sample).isFailure()) {
            throw new IllegalStateException("the sample operation is not valid");
        }
    }

    /** From the text of the operation to a plan that can be run: parse, validate, normalise, plan, compile. */
    @Benchmark
    public Preparation prepare() {
        return engine.preparation(sample.request(), sample);
    }

    /** The yardstick: the same text, parsed and validated against the same schema by graphql-java with its own defaults. */
    @Benchmark
    public ParseAndValidateResult parseAndValidate() {
        return validate(sample);
    }

    private static ParseAndValidateResult validate(Sample sample) {
        return ParseAndValidate.parseAndValidate(
                sample.supergraph().apiSchema(),
                ExecutionInput.newExecutionInput(sample.query()).build());
    }
}
