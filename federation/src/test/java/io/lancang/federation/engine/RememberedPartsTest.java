package io.lancang.federation.engine;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.federation.AnswerParts;
import io.lancang.federation.Piece;
import io.lancang.federation.QueryParts;
import io.lancang.federation.SubgraphClient;
import io.lancang.federation.SubgraphRequest;
import io.lancang.federation.SubgraphResponse;
import io.lancang.federation.json.ByteSink;
import io.lancang.federation.json.JsonWriter;
import io.lancang.federation.json.MalformedJsonException;
import io.lancang.federation.supergraph.Supergraph;
import io.lancang.federation.testing.TestSubgraph;
import io.lancang.federation.testing.TestSubgraphs;
import io.lancang.federation.testing.TestSupergraph;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Random queries on a split graph get the bytes that the same graph gives in one piece, though whatever a subgraph has answered before is
 * given again in whichever query it is asked, and only the rest is asked for.
 */
class RememberedPartsTest {
    private static final int QUERIES = Integer.getInteger("lancang.queries", 200);
    private static final long SEED = Long.getLong("lancang.seed", 1L);

    @Test
    void answersAsIfNothingWereRemembered() {
        TestSubgraph whole = Shop.whole();
        TestSubgraph[] split = Shop.split();
        Supergraph supergraph = TestSupergraph.of(split);
        Remembering client = new Remembering(TestSubgraphs.of(split));
        FederationEngine<Object> engine = new FederationEngine<>(supergraph, client, EngineOptions.DEFAULT);
        for (long seed = SEED; seed < SEED + QUERIES; seed++) {
            String query = RandomQuery.of(supergraph.apiSchema(), seed);
            boolean isOdd = seed % 2 == 1;
            Map<String, @Nullable Object> variables = Map.of("t", true, "f", isOdd);
            ByteSink body = new ByteSink(256);
            JsonWriter.write(Map.of("query", query, "variables", variables), body);

            String actual = Run.text(engine.execute(new GraphQLRequest(query, null, variables), "context")
                    .toCompletableFuture()
                    .join());

            assertEquals(new String(whole.answer(body.toByteArray()), UTF_8), actual, "seed " + seed + ": " + query);
        }
        assertTrue(client.mixed > QUERIES / 20, "only " + client.mixed + " requests were for a part");
        assertTrue(client.spared > QUERIES / 4, "only " + client.spared + " requests were not sent");
    }

    /** Gives again what it knows, forgets some of it now and then, and asks for the rest. */
    private static final class Remembering implements SubgraphClient<Object> {
        private final SubgraphClient<Object> subgraphs;
        private final Map<String, Piece> known = new HashMap<>();
        private final Random random = new Random(SEED);
        private int mixed;
        private int spared;

        Remembering(SubgraphClient<Object> subgraphs) {
            this.subgraphs = subgraphs;
        }

        @Override
        public CompletionStage<SubgraphResponse> send(SubgraphRequest<Object> request) {
            Supplier<QueryParts> apart = request.parts();
            if (apart == null) {
                return subgraphs.send(request);
            }
            try {
                return CompletableFuture.completedFuture(answer(request, apart.get()));
            } catch (MalformedJsonException malformed) {
                throw new AssertionError(malformed);
            }
        }

        private SubgraphResponse answer(SubgraphRequest<Object> request, QueryParts parts)
                throws MalformedJsonException {
            @Nullable Piece[] pieces = new Piece[parts.count()];
            BitSet asked = new BitSet();
            for (int part = 0; part < pieces.length; part++) {
                pieces[part] = known.get(identity(request.subgraph(), parts, part));
                if (pieces[part] == null || random.nextInt(5) == 0) {
                    asked.set(part);
                }
            }
            if (asked.isEmpty()) {
                spared++;
            } else {
                byte[] body = subgraphs
                        .send(new SubgraphRequest<>(request.subgraph(), parts.body(asked), request.context()))
                        .toCompletableFuture()
                        .join()
                        .body();
                AnswerParts answer = parts.read(body, asked);
                if (answer.hasErrors()) {
                    return subgraphs.send(request).toCompletableFuture().join();
                }
                mixed += asked.cardinality() < pieces.length ? 1 : 0;
                for (int part = asked.nextSetBit(0); part >= 0; part = asked.nextSetBit(part + 1)) {
                    Piece piece = answer.answers()[part];
                    pieces[part] = piece;
                    if (piece != null) {
                        known.put(identity(request.subgraph(), parts, part), piece.alone());
                    }
                }
            }
            return new SubgraphResponse(parts.answer(pieces, List.of()));
        }

        private static String identity(String subgraph, QueryParts parts, int part) {
            ByteSink sink = new ByteSink(64);
            parts.identify(part, sink);
            return subgraph + ' ' + new String(sink.bytes(), 0, sink.length(), ISO_8859_1);
        }
    }
}
