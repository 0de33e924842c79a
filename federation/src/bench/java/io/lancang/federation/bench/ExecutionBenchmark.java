package io.lancang.federation.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import graphql.ExecutionResult;
import io.lancang.federation.GraphQLResponse;
import io.lancang.federation.engine.EngineOptions;
import io.lancang.federation.engine.FederationEngine;
import io.lancang.federation.engine.GraphQLRequest;
import io.lancang.federation.testing.TestSubgraphs;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What a planned operation costs whose subgraphs take no time: their answers are bytes that lie ready. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ExecutionBenchmark {
    private final Sample sample = Sample.load();
    private final GraphQLRequest request = sample.request();
    private final OnePiece onePiece = new OnePiece(sample.data(), sample.query());
    private final JsonFactory jackson = new JsonFactory();
    private final List<byte[]> answers;
    private final FederationEngine<Object> engine;

    /** Records the subgraphs' answers, and makes sure that the engine's answer to them is right. */
    public ExecutionBenchmark() {
        RecordedAnswers.Recorder recorder = new RecordedAnswers.Recorder(TestSubgraphs.of(sample.subgraphs()));
        run(new FederationEngine<>(sample.supergraph(), recorder, EngineOptions.DEFAULT));
        RecordedAnswers recorded = recorder.recorded();
        answers = recorded.bodies();
        engine = new FederationEngine<>(sample.supergraph(), recorded, EngineOptions.DEFAULT);
        GraphQLResponse response = run(engine);
        byte[] expected = onePiece.answer();
        if (!Arrays.equals(expected, 0, expected.length, response.body(), 0, response.length())) {
            throw new IllegalStateException("the engine answers other than the graph in one piece");
        }
        int read = answers.stream().mapToInt(answer -> answer.length).sum();
        System.out.printf("%n(%d answers with %,d bytes in, %,d bytes out) ", answers.size(), read, response.length());
    }

    /** Writes requests to subgraphs, reads and merges their answers, completes and projects, and writes the client's answer. */
    @Benchmark
    public GraphQLResponse execute() {
        return run(engine);
    }

    /** A yardstick: Jackson goes over the tokens of the same answers of subgraphs, and keeps nothing. */
    @Benchmark
    public int readTokens() throws IOException {
        int tokens = 0;
        for (byte[] answer : answers) {
            try (JsonParser parser = jackson.createParser(answer)) {
                while (parser.nextToken() != null) {
                    tokens++;
                }
            }
        }
        return tokens;
    }

    /**
     * A yardstick: graphql-java answers the same operation, parsed and validated before, on the same data in one schema. Data
     * are maps in memory and so is its answer: it reads and writes no JSON.
     */
    @Benchmark
    public ExecutionResult executeInOnePiece() {
        return onePiece.execute();
    }

    private GraphQLResponse run(FederationEngine<Object> on) {
        return on.execute(request, new RecordedAnswers.Position())
                .toCompletableFuture()
                .join();
    }
}
