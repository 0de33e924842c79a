package io.lancang.gateway.access.identify;

import io.lancang.gateway.access.ApiClient;
import io.lancang.gateway.access.ClaimReader;
import io.lancang.gateway.access.Identity;
import io.lancang.gateway.access.key.FileKeys;
import io.lancang.gateway.access.key.KeyBook;
import io.lancang.gateway.access.key.KeyChanges;
import io.lancang.gateway.access.key.KeyForm;
import io.lancang.gateway.access.key.Verdict;
import io.lancang.gateway.access.service.ServiceKeys;
import io.lancang.gateway.access.service.UsageReports;
import io.lancang.gateway.config.GatewayConfig;
import io.lancang.gateway.config.access.KeysConfig;
import io.lancang.gateway.limits.ClientRate;
import io.lancang.gateway.limits.Sweep;
import io.lancang.gateway.limits.rate.Consumption;
import io.lancang.gateway.limits.rate.Plan;
import io.lancang.gateway.limits.rate.Rates;
import io.lancang.gateway.limits.rate.Spending;
import io.lancang.gateway.request.Refusal;
import io.lancang.gateway.request.RefusedException;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whose key a request has. Keys that nobody knows count against the address that sends them, so that guessing makes no load.
 * Thread-safe; results arrive where they were asked for.
 */
@Singleton
public class ApiKeys {
    /** The header that has a key and nothing else. */
    public static final String HEADER = "x-api-key";

    private final Vertx vertx;
    private final Rates rates;
    private final ClaimReader claims;
    private final KeyMeters meters;
    private final LiveKeys live;
    private final ClientRate guesses;
    private final @Nullable KeyBook book;
    private @Nullable UsageReports reports;
    private final LongSupplier currentTimeMillis = System::currentTimeMillis;

    @Inject
    ApiKeys(GatewayConfig config, Vertx vertx, Rates rates, Sweep sweep, MeterRegistry registry) {
        this.vertx = vertx;
        this.rates = rates;
        claims = new ClaimReader(config.access());
        meters = new KeyMeters(registry);
        live = new LiveKeys(vertx);
        guesses = new ClientRate(config.keys().maxUnknownPerAddress());
        book = book(config.keys(), registry);
        if (book != null) {
            sweep.add(guesses);
        }
    }

    private @Nullable KeyBook book(KeysConfig config, MeterRegistry registry) {
        if (config.file().isPresent() && config.service().url().isPresent()) {
            throw new ConfigurationException(
                    "lancang.gateway.keys.file and lancang.gateway.keys.service.url are both set,"
                            + " and keys come from one of them. Remove the other.");
        }
        KeyChanges changes = new Changes();
        if (config.file().isPresent()) {
            return new FileKeys(vertx, Path.of(config.file().get()), config.reloadInterval(), this::admitted, changes);
        }
        if (config.service().url().isEmpty()) {
            return null;
        }
        ServiceKeys keys =
                new ServiceKeys(vertx, config.service().url().get(), config, this::admitted, changes, System::nanoTime);
        reports = new UsageReports(vertx, keys, config.service(), registry);
        return keys;
    }

    /** Tells those of changes who have something open. */
    private final class Changes implements KeyChanges {
        @Override
        public void changed(Predicate<ApiClient> clients) {
            if (book != null) {
                live.recheck(clients, book);
            }
        }

        @Override
        public void anonymous(@Nullable Plan plan) {
            rates.limitAnonymous(plan);
        }
    }

    void start(@Observes StartupEvent event) {
        if (book != null) {
            book.start();
        }
        if (reports != null) {
            reports.start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        if (reports != null) {
            reports.close();
        }
        if (book != null) {
            book.close();
        }
    }

    /** Whether keys are read. Nothing else is to be called where they are not. */
    public boolean isOn() {
        return book != null;
    }

    /**
     * Whose key the headers have; null if they have none. Fails with a {@link RefusedException} if it does not count.
     *
     * @param address of the client
     */
    public @Nullable Future<Identity> identify(String address, MultiMap headers) {
        KeyBook known = book;
        if (known == null) {
            return null;
        }
        String key;
        try {
            key = PresentedKey.in(headers);
        } catch (RefusedException refused) {
            meters.malformed();
            return Future.failedFuture(refused);
        }
        if (key == null) {
            return null;
        }
        String hash = KeyForm.hash(key);
        if (!known.hasMet(hash)) {
            // Whoever guesses makes the service no work.
            if (guesses.isOver(address, System.nanoTime())) {
                meters.limited();
                return refused(KeyRefusals.tooManyUnknown(guesses.maximum()));
            }
            try {
                rates.checkAddress(address);
            } catch (RefusedException refused) {
                meters.limited();
                return Future.failedFuture(refused);
            }
        }
        return here(known.find(hash)).compose(verdict -> judged(address, verdict));
    }

    private Future<Identity> judged(String address, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Counts counts -> {
                if (remaining(counts.client()) <= 0) {
                    yield bad(address, Verdict.Reason.KEY_EXPIRED);
                }
                meters.verified();
                yield Future.succeededFuture(counts.identity());
            }
            case Verdict.Bad(Verdict.Reason reason) -> bad(address, reason);
            case Verdict.Unavailable none -> {
                meters.unavailable();
                yield refused(KeyRefusals.unavailable());
            }
        };
    }

    /** A bad key counts as a request that nobody knows who sent. */
    private Future<Identity> bad(String address, Verdict.Reason reason) {
        meters.bad(reason);
        if (reason == Verdict.Reason.KEY_UNKNOWN) {
            guesses.count(address, System.nanoTime());
        }
        Refusal refusal = switch (reason) {
            case KEY_UNKNOWN -> KeyRefusals.unknown();
            case KEY_EXPIRED -> KeyRefusals.expired();
            case KEY_REVOKED -> KeyRefusals.revoked();
            case CLIENT_SUSPENDED -> KeyRefusals.suspended();
        };
        Spending spending = rates.ofAddress(address);
        return spending == null ? refused(refusal) : spending.take(0).compose(taken -> refused(refusal));
    }

    private Verdict admitted(ApiClient client) {
        return new Verdict.Counts(client, claims.ofKey(client));
    }

    /** For how many milliseconds a key still counts by itself. */
    public long remaining(ApiClient client) {
        return client.expiresAt() == Long.MAX_VALUE
                ? Long.MAX_VALUE
                : client.expiresAt() - currentTimeMillis.getAsLong();
    }

    /**
     * Watches something that stays open for a client.
     *
     * @param end called on the context of the caller when the key does not count any more as it did
     * @return ends the watch
     */
    public Runnable watch(ApiClient client, Runnable end) {
        KeyBook known = book;
        return known == null ? () -> {} : live.watch(client, known, end);
    }

    /** What the operations of a client use is told to whoever counts it. */
    public Consumption consumption(ApiClient client) {
        return reports == null ? Consumption.UNCOUNTED : reports.of(client);
    }

    /** The same headers without the key. */
    public static MultiMap withoutKey(MultiMap headers) {
        return PresentedKey.without(headers);
    }

    /** The same result on the context of the caller. */
    private <T> Future<T> here(Future<T> elsewhere) {
        if (elsewhere.isComplete()) {
            return elsewhere;
        }
        Context context = vertx.getOrCreateContext();
        Promise<T> here = Promise.promise();
        elsewhere.onComplete(end -> context.runOnContext(ignored -> here.handle(end)));
        return here.future();
    }

    private static <T> Future<T> refused(Refusal refusal) {
        return Future.failedFuture(new RefusedException(refusal));
    }
}
