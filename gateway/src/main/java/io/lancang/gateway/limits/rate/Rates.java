package io.lancang.gateway.limits.rate;

import io.lancang.gateway.config.GatewayConfig;
import io.lancang.gateway.config.access.AnonymousRatesConfig;
import io.lancang.gateway.config.access.RatesConfig;
import io.lancang.gateway.redis.RedisConnections;
import io.lancang.gateway.request.RefusedException;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The limits of clients by their plans. Thread-safe. */
@Singleton
public class Rates {
    private final Buckets buckets;
    private final Slots inWork = new Slots();
    private final Slots streams = new Slots();
    private final RateMeters meters;
    private final @Nullable Plan configured;
    private final @Nullable SharedBuckets shared;
    private volatile @Nullable Plan anonymous;

    @Inject
    Rates(GatewayConfig config, Vertx vertx, MeterRegistry registry) {
        this(config.rates(), vertx, registry, System::nanoTime);
    }

    /** @param nanoTime the clock of buckets in memory */
    Rates(RatesConfig config, Vertx vertx, MeterRegistry registry, LongSupplier nanoTime) {
        meters = new RateMeters(registry);
        configured = plan(config.anonymous());
        anonymous = configured;
        shared = switch (config.store()) {
            case MEMORY -> null;
            case REDIS ->
                new SharedBuckets(
                        vertx,
                        RedisConnections.of(
                                vertx,
                                "lancang.gateway.rates",
                                config.redis().url(),
                                config.redis().connections()),
                        config.redis(),
                        config.maxClients(),
                        meters,
                        nanoTime);
        };
        buckets = shared == null ? new MemoryBuckets(config.maxClients(), nanoTime) : shared;
    }

    private static @Nullable Plan plan(AnonymousRatesConfig config) {
        Plan plan = new Plan(
                Plan.ANONYMOUS,
                checked("requests-per-minute", config.requestsPerMinute()),
                checked("cost-per-minute", config.costPerMinute()),
                checked("concurrent-requests", config.concurrentRequests()),
                checked("subscriptions", config.subscriptions()));
        return plan.isLimited() ? plan : null;
    }

    private static long checked(String key, OptionalLong value) {
        long limit = value.orElse(Plan.NO_LIMIT);
        if (limit < 1 || (limit > Plan.MAXIMUM && limit != Plan.NO_LIMIT)) {
            throw new ConfigurationException("lancang.gateway.rates.anonymous." + key + " is " + limit
                    + "; it must be from 1 to " + Plan.MAXIMUM + ". Leave it out for no limit.");
        }
        return limit;
    }

    /**
     * Limits clients that nobody knows from now on.
     *
     * @param plan null for what the configuration says
     */
    public void limitAnonymous(@Nullable Plan plan) {
        anonymous = plan == null ? configured : plan;
    }

    /** For an operation of a client; null if its plan has no limits and nobody counts what it uses. */
    public @Nullable Spending ofClient(String name, Plan plan, Consumption consumption) {
        return plan.isLimited() || !consumption.equals(Consumption.UNCOUNTED)
                ? new Spending(this, RateKey.ofClient(name, plan), consumption)
                : null;
    }

    /** For an operation of an address whose client nobody knows; null if there are no limits. */
    public @Nullable Spending ofAddress(String address) {
        Plan plan = anonymous;
        return plan == null ? null : new Spending(this, RateKey.ofAddress(address, plan), Consumption.UNCOUNTED);
    }

    /**
     * Whether an address has requests left, without taking one.
     *
     * @throws RefusedException if it is known that it has none
     */
    public void checkAddress(String address) throws RefusedException {
        Spending spending = ofAddress(address);
        if (spending != null) {
            spending.begin();
            spending.end();
        }
    }

    Buckets buckets() {
        return buckets;
    }

    Slots inWork() {
        return inWork;
    }

    Slots streams() {
        return streams;
    }

    RateMeters meters() {
        return meters;
    }

    @PreDestroy
    void close() {
        if (shared != null) {
            shared.close();
        }
    }
}
