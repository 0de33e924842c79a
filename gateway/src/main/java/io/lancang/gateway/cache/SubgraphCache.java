package io.lancang.gateway.cache;

import io.lancang.federation.AnswerParts;
import io.lancang.federation.Piece;
import io.lancang.federation.SubgraphTags;
import io.lancang.gateway.cache.invalidation.Invalidations;
import io.lancang.gateway.cache.policy.KeepingRules;
import io.lancang.gateway.cache.policy.ReceivedPolicy;
import io.lancang.gateway.cache.store.CacheKey;
import io.lancang.gateway.cache.store.CacheStore;
import io.lancang.gateway.cache.store.CachedPart;
import io.lancang.gateway.freshness.Lifetime;
import io.lancang.gateway.telemetry.CacheMeter;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * What is kept of one subgraph's answers. Thread-safe.
 *
 * @param tags what the subgraph's schema says of its answers
 * @param isTrusted whether it is known of what is kept that it still holds, apart from what was declared invalid
 * @param maximumPartBytes that a part may have to be kept
 */
record SubgraphCache(
        String name,
        QuestionKeys keys,
        KeepingRules rules,
        SubgraphTags tags,
        CacheStore store,
        Invalidations invalidations,
        BooleanSupplier isTrusted,
        long maximumPartBytes,
        CacheMeter meter) {
    /**
     * Keeps what may be kept of an answer without errors.
     *
     * @param asked which questions it answers
     * @param since how many invalidations there had been before it was asked for
     */
    void keep(Questions questions, BitSet asked, AnswerParts answer, ReceivedPolicy policy, long since) {
        Map<String, List<String>> marks = new HashMap<>();
        for (int part = asked.nextSetBit(0); part >= 0; part = asked.nextSetBit(part + 1)) {
            CacheKey key = questions.keys().get(part);
            Piece value = answer.answers()[part];
            String type = questions.parts().type(part);
            Lifetime lifetime = rules.lifetime(policy, type, questions.isIdentified());
            List<String> declared = questions.parts().tags(part, tags);
            if (value == null || lifetime == null || declared == null || value.length() > maximumPartBytes) {
                // What there was before is not what the subgraph says now.
                store.remove(key);
            } else {
                List<String> shared = marks.computeIfAbsent(type, each -> marks(each, policy.tags()));
                store.put(key, new CachedPart(value.alone(), lifetime, with(declared, shared), since));
            }
        }
    }

    private static List<String> with(List<String> declared, List<String> shared) {
        return declared.isEmpty()
                ? shared
                : Stream.concat(shared.stream(), declared.stream().map(Invalidations::tag))
                        .distinct()
                        .toList();
    }

    private List<String> marks(String type, List<String> tags) {
        List<String> marks = new ArrayList<>(tags.size() + 2);
        marks.add(Invalidations.subgraph(name));
        marks.add(Invalidations.type(type));
        tags.forEach(tag -> marks.add(Invalidations.tag(tag)));
        return List.copyOf(marks);
    }
}
