package io.lancang.gateway.cache.policy;

import io.lancang.gateway.config.cache.SubgraphCacheConfig;
import io.lancang.gateway.config.cache.TypeCacheConfig;
import io.lancang.gateway.freshness.CacheControl;
import io.lancang.gateway.freshness.Lifetime;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** For how long what one subgraph answers is kept. Immutable. */
public final class KeepingRules {
    private final TypeRules others;
    private final Map<String, TypeRules> types = new HashMap<>();
    private final @Nullable Long staleWhileRevalidate;
    private final @Nullable Long staleIfError;

    /** What holds for a type: seconds, null where nothing is set. */
    private record TypeRules(
            boolean isKept,
            @Nullable Long defaultMaxAge,
            @Nullable Long maxAge) {}

    public KeepingRules(SubgraphCacheConfig config) {
        others = new TypeRules(config.enabled(), seconds(config.defaultMaxAge()), seconds(config.maxAge()));
        for (Map.Entry<String, TypeCacheConfig> type : config.types().entrySet()) {
            TypeCacheConfig own = type.getValue();
            types.put(
                    type.getKey(),
                    new TypeRules(
                            own.enabled(),
                            seconds(own.defaultMaxAge().or(config::defaultMaxAge)),
                            seconds(own.maxAge().or(config::maxAge))));
        }
        staleWhileRevalidate = seconds(config.staleWhileRevalidate());
        staleIfError = seconds(config.staleIfError());
    }

    private static @Nullable Long seconds(Optional<Duration> time) {
        return time.map(Duration::toSeconds).orElse(null);
    }

    /**
     * How long an answer counts.
     *
     * @param isIdentified whether the subgraph knows who asks
     * @return null if it is not to be kept
     */
    public @Nullable Lifetime lifetime(ReceivedPolicy received, String type, boolean isIdentified) {
        TypeRules rules = types.getOrDefault(type, others);
        CacheControl said = received.control();
        if (!rules.isKept() || !received.isUsable() || said.isForbidden() || (said.isPrivate() && !isIdentified)) {
            return null;
        }
        long seconds = maxAge(said, rules);
        long age = received.ageSeconds();
        if (seconds <= age) {
            return null;
        }
        long bornAt = received.receivedAt() - age * 1000;
        long freshUntil = bornAt + seconds * 1000;
        return new Lifetime(
                bornAt,
                freshUntil,
                freshUntil + stale(said, said.staleWhileRevalidate(), staleWhileRevalidate),
                freshUntil + stale(said, said.staleIfError(), staleIfError),
                said.isPrivate(),
                said.isImmutable());
    }

    private static long maxAge(CacheControl said, TypeRules rules) {
        long seconds = said.maxAge();
        if (seconds == CacheControl.UNSAID) {
            Long byDefault = rules.defaultMaxAge();
            seconds = byDefault == null ? 0 : byDefault;
        }
        Long most = rules.maxAge();
        return most == null ? seconds : Math.min(seconds, most);
    }

    /** In milliseconds. */
    private static long stale(CacheControl said, long seconds, @Nullable Long configured) {
        if (said.isStrict()) {
            return 0;
        }
        return 1000 * (configured != null ? configured : Math.max(0, seconds));
    }
}
