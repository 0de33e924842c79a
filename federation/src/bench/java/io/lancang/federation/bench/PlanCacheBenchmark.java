package io.lancang.federation.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lancang.federation.engine.EngineOptions;
import io.lancang.federation.engine.FederationEngine;
import io.lancang.federation.engine.GraphQLRequest;
import io.lancang.federation.engine.Preparation;
import io.lancang.federation.testing.TestSubgraphs;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What an operation costs that the engine has planned before, until its execution begins. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PlanCacheBenchmark {
    private final Sample sample = Sample.load();
    private final GraphQLRequest request = sample.request();
    private final byte[] text = sample.query().getBytes(UTF_8);
    private final FederationEngine<Object> engine =
            new FederationEngine<>(sample.supergraph(), TestSubgraphs.of(sample.subgraphs()), EngineOptions.DEFAULT);

    /** Plans the operation for the first and only time. */
    public PlanCacheBenchmark() {
        engine.preparation(request, sample);
    }

    /** Finds the plan by a text that is the same object every time, as a trusted document is. */
    @Benchmark
    public Preparation findBySameText() {
        return Objects.requireNonNull(engine.cached(request, sample));
    }

    /** Finds the plan by a text that was just decoded from bytes, as a request that carries it: decode, hash, compare. */
    @Benchmark
    public Preparation findByDecodedText() {
        return Objects.requireNonNull(engine.cached(Sample.request(new String(text, UTF_8)), sample));
    }
}
