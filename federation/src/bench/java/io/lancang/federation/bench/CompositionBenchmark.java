package io.lancang.federation.bench;

import io.lancang.federation.SubgraphDefinition;
import io.lancang.federation.compose.Composition;
import io.lancang.federation.compose.CompositionResult;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What it costs to make a supergraph. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CompositionBenchmark {
    private final List<SubgraphDefinition> definitions =
            SampleSubgraphs.definitions(SampleSubgraphs.over(new SampleData()));

    /** Makes sure that the subgraphs compose. */
    public CompositionBenchmark() {
        if (Composition.compose(definitions) instanceof CompositionResult.Failure failure) {
            throw new IllegalStateException(failure.errors().toString());
        }
    }

    /** From the SDL of four subgraphs to the SDL of the supergraph: read, validate, merge, prove satisfiable, print. */
    @Benchmark
    public CompositionResult compose() {
        return Composition.compose(definitions);
    }
}
