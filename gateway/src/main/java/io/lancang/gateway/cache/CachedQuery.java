package io.lancang.gateway.cache;

import io.lancang.federation.AnswerParts;
import io.lancang.federation.Piece;
import io.lancang.federation.SubgraphException;
import io.lancang.federation.SubgraphResponse;
import io.lancang.federation.error.ErrorCode;
import io.lancang.federation.json.MalformedJsonException;
import io.lancang.gateway.cache.policy.ReceivedPolicy;
import io.lancang.gateway.cache.store.CacheStore;
import io.lancang.gateway.cache.store.CachedPart;
import io.lancang.gateway.freshness.Lifetime;
import io.lancang.gateway.subgraph.HttpSubgraphClient;
import io.lancang.gateway.subgraph.answer.FetchedAnswer;
import io.lancang.gateway.subgraph.call.Ask;
import io.lancang.gateway.subgraph.request.ClientRequest;
import io.lancang.gateway.subgraph.share.SharedCalls;
import io.lancang.gateway.telemetry.CacheResult;
import io.lancang.gateway.telemetry.trace.FetchTrace;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One request of the engine: what of it is known and fresh is taken, the rest is asked for, and both are put together. Belongs to
 * the event loop of the client's request.
 */
final class CachedQuery {
    private static final Logger LOG = Logger.getLogger(CachedQuery.class);

    private final HttpSubgraphClient subgraphs;
    private final SharedCalls calls;
    private final SubgraphCache cache;
    private final ClientRequest client;
    private final Questions questions;
    private final int maximumTags;
    private final LongSupplier currentTimeMillis;
    private final FetchTrace trace;
    private final CompletableFuture<SubgraphResponse> answer = new CompletableFuture<>();

    private final @Nullable Piece[] pieces;
    /** Questions whose answers are given, but are to be asked for again. */
    private final BitSet old = new BitSet();

    private final BitSet missing = new BitSet();
    private long since;
    /** As {@link #since}, but as this process counts. */
    private long begin;

    CachedQuery(
            HttpSubgraphClient subgraphs,
            SharedCalls calls,
            SubgraphCache cache,
            ClientRequest client,
            Questions questions,
            int maximumTags,
            LongSupplier currentTimeMillis,
            FetchTrace trace) {
        this.trace = trace;
        this.subgraphs = subgraphs;
        this.calls = calls;
        this.cache = cache;
        this.client = client;
        this.questions = questions;
        this.maximumTags = maximumTags;
        this.currentTimeMillis = currentTimeMillis;
        pieces = new Piece[questions.parts().count()];
    }

    CompletionStage<SubgraphResponse> answer() {
        return answer;
    }

    void start() {
        cache.store().find(questions.keys(), this::found);
    }

    private void found(CacheStore.Found found) {
        since = found.since();
        begin = cache.invalidations().count();
        @Nullable CachedPart[] parts = found.parts();
        long now = currentTimeMillis.getAsLong();
        boolean isTrusted = cache.isTrusted().getAsBoolean();
        for (int part = 0; part < parts.length; part++) {
            CachedPart known = parts[part];
            if (known == null) {
                missing.set(part);
            } else if (isTrusted && now < known.lifetime().freshUntil()) {
                pieces[part] = known.value();
            } else if (isTrusted && now < known.lifetime().revalidateUntil()) {
                pieces[part] = known.value();
                old.set(part);
            } else {
                missing.set(part);
            }
        }
        count();
        if (missing.isEmpty()) {
            if (!old.isEmpty()) {
                calls.refresh(ask(old, /* hasOldAnswer= */ true, trace), client, keeping(old));
            }
            giveKept(parts, null);
        } else {
            fetch(parts);
        }
    }

    private void count() {
        int misses = missing.cardinality();
        int stale = missing.isEmpty() ? old.cardinality() : 0;
        int hits = pieces.length - misses - old.cardinality();
        count(CacheResult.MISS, misses);
        count(CacheResult.STALE, stale);
        count(CacheResult.HIT, hits);
        trace.parts(hits, stale, misses);
    }

    private void count(CacheResult result, int parts) {
        if (parts > 0) {
            cache.meter().parts(result, parts);
        }
    }

    /** Asks for all that is not fresh: who waits for some of it anyway can as well wait for the rest. */
    private void fetch(@Nullable CachedPart[] known) {
        BitSet asked = (BitSet) missing.clone();
        asked.or(old);
        Ask ask = ask(asked, isAtHand(known, asked), trace);
        Consumer<FetchedAnswer> keeping = keeping(asked);
        // Headers are for the one client that was asked for: who joins may not be given, say, its cookie.
        Consumer<FetchedAnswer> first = fetched -> {
            client.answerHeaders().take(cache.name(), fetched.head().headers());
            keeping.accept(fetched);
        };
        calls.join(ask, client, first, cache.meter()::shared).whenComplete((fetched, failure) -> {
            try {
                if (fetched != null && !(fetched.head().isFailure() && isAtHand(known, asked))) {
                    take(known, asked, fetched);
                } else {
                    giveOld(known, asked, failure);
                }
            } catch (MalformedJsonException malformed) {
                answer.completeExceptionally(invalid(malformed));
            } catch (RuntimeException problem) {
                answer.completeExceptionally(problem);
            }
        });
    }

    private Ask ask(BitSet asked, boolean hasOldAnswer, FetchTrace tracedBy) {
        byte[] body = questions.parts().body(asked);
        // Who asks after something was declared invalid must not be given what was asked for before.
        CallKey key = new CallKey(cache.keys().of(body, client.scope(cache.name())), begin);
        return new Ask(key, cache.name(), body, hasOldAnswer, tracedBy);
    }

    /** What is to be done with the answer, once, whoever waits for it. */
    private Consumer<FetchedAnswer> keeping(BitSet asked) {
        return fetched -> {
            try {
                AnswerParts parts = questions.parts().read(fetched.body(), asked);
                if (!parts.hasErrors() && since != CacheStore.UNKNOWN) {
                    cache.keep(questions, asked, parts, policy(fetched), since);
                }
            } catch (MalformedJsonException malformed) {
                LOG.debugf("An answer of subgraph %s is not kept: %s", cache.name(), malformed.getMessage());
            } catch (RuntimeException defect) {
                // Those who wait get their answer all the same.
                LOG.errorf(defect, "An answer of subgraph %s is not kept because of a defect", cache.name());
            }
        };
    }

    private ReceivedPolicy policy(FetchedAnswer fetched) {
        return ReceivedPolicy.of(fetched.head(), currentTimeMillis.getAsLong(), maximumTags);
    }

    private void take(@Nullable CachedPart[] known, BitSet asked, FetchedAnswer fetched) throws MalformedJsonException {
        AnswerParts parts;
        boolean isWhole = asked.cardinality() == pieces.length;
        try {
            parts = questions.parts().read(fetched.body(), asked);
        } catch (MalformedJsonException malformed) {
            if (!isWhole) {
                throw malformed;
            }
            // The engine says what is wrong with it.
            client.freshness().noteUnknown();
            give(fetched.body(), null);
            return;
        }
        note(known, asked, fetched, parts.hasErrors());
        if (isWhole) {
            give(fetched.body(), null);
            return;
        }
        for (int part = asked.nextSetBit(0); part >= 0; part = asked.nextSetBit(part + 1)) {
            pieces[part] = parts.answers()[part];
        }
        List<?> errors = parts.hasErrors() ? PartialErrors.of(parts, questions.parts(), asked) : List.of();
        give(questions.parts().answer(pieces, errors), null);
    }

    private void note(@Nullable CachedPart[] known, BitSet asked, FetchedAnswer fetched, boolean hasErrors) {
        ReceivedPolicy policy = policy(fetched);
        for (int part = 0; part < pieces.length; part++) {
            CachedPart kept = known[part];
            Lifetime lifetime;
            if (!asked.get(part) && kept != null) {
                lifetime = kept.lifetime();
            } else {
                lifetime = hasErrors
                        ? null
                        : cache.rules().lifetime(policy, questions.parts().type(part), questions.isIdentified());
            }
            if (lifetime == null) {
                client.freshness().noteUnknown();
            } else {
                client.freshness().note(lifetime);
            }
        }
    }

    /** Whether there are old answers to all that was asked for in vain. */
    private boolean isAtHand(@Nullable CachedPart[] known, BitSet asked) {
        long now = currentTimeMillis.getAsLong();
        return asked.stream().allMatch(part -> {
            CachedPart kept = known[part];
            return kept != null
                    && cache.invalidations().hold(kept.marks(), begin)
                    && now
                            < Math.max(
                                    kept.lifetime().errorUntil(),
                                    kept.lifetime().revalidateUntil());
        });
    }

    private void giveOld(@Nullable CachedPart[] known, BitSet asked, @Nullable Throwable failure) {
        Throwable cause = failure instanceof CompletionException wrapped && wrapped.getCause() != null
                ? wrapped.getCause()
                : failure;
        if (!isForgivable(cause) || !isAtHand(known, asked)) {
            answer.completeExceptionally(
                    cause == null ? new IllegalStateException("neither answer nor failure") : cause);
            return;
        }
        long oldest = 0;
        long now = currentTimeMillis.getAsLong();
        for (int part = asked.nextSetBit(0); part >= 0; part = asked.nextSetBit(part + 1)) {
            CachedPart kept = known[part];
            if (kept != null) {
                pieces[part] = kept.value();
                oldest = Math.max(oldest, kept.lifetime().ageMillis(now));
            }
        }
        cache.meter().parts(CacheResult.STALE_IF_ERROR, asked.cardinality());
        trace.staleInNeed(asked.cardinality());
        giveKept(known, Duration.ofMillis(oldest));
    }

    /** Whether the subgraph could not be asked, rather than that it refused. A failure that it reported by its status is none. */
    private static boolean isForgivable(@Nullable Throwable failure) {
        return failure == null
                || (failure instanceof SubgraphException known
                        && (known.code() == ErrorCode.SUBGRAPH_UNAVAILABLE || known.code() == ErrorCode.TIMEOUT));
    }

    private void giveKept(@Nullable CachedPart[] known, @Nullable Duration staleAge) {
        for (CachedPart part : known) {
            if (part != null) {
                client.freshness().note(part.lifetime());
            }
        }
        try {
            give(questions.parts().answer(pieces, List.of()), staleAge);
        } catch (SubgraphException noRoom) {
            answer.completeExceptionally(noRoom);
        }
    }

    private void give(byte[] body, @Nullable Duration staleAge) {
        subgraphs.hold(client, cache.name(), body.length);
        answer.complete(new SubgraphResponse(body, staleAge));
    }

    private SubgraphException invalid(MalformedJsonException malformed) {
        return new SubgraphException(
                ErrorCode.SUBGRAPH_INVALID_RESPONSE,
                "The subgraph " + cache.name() + " did not answer with JSON: " + malformed.getMessage());
    }
}
