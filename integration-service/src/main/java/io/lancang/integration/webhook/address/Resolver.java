package io.lancang.integration.webhook.address;

import io.lancang.integration.webhook.WebhookConfig;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * Finds the address to connect to. A name is looked up once for each attempt, what it means is checked, and the connection goes to that very
 * address: a name that means something else a moment later leads nowhere else. Safe for any thread.
 */
@Singleton
public class Resolver {
    private static final int THREADS = 4;
    private static final long PATIENCE_SECONDS = 5;

    private final boolean allowsPrivate;
    /** Of their own: a server of names that does not answer holds up nothing but other look-ups. */
    private final WorkerExecutor threads;

    Resolver(WebhookConfig config, Vertx vertx) {
        this.allowsPrivate = config.allowPrivateAddresses();
        this.threads = vertx.createSharedWorkerExecutor("webhook-names", THREADS);
    }

    /** That an address may not be reached. */
    public static final class RefusedAddressException extends Exception {
        RefusedAddressException(String host, InetAddress address) {
            super(
                    "'" + host + "' is at " + address.getHostAddress() + ", which is no address of the public internet",
                    null,
                    false,
                    false);
        }
    }

    /** The first address of a host. Fails if it has none, or one among them that may not be reached. */
    public Future<InetAddress> address(String host) {
        return threads.executeBlocking(() -> InetAddress.getAllByName(host), false)
                .timeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .compose(all -> checked(host, Objects.requireNonNull(all)));
    }

    private Future<InetAddress> checked(String host, InetAddress[] all) {
        if (!allowsPrivate) {
            for (InetAddress address : all) {
                if (!PublicAddresses.isPublic(address)) {
                    return Future.failedFuture(new RefusedAddressException(host, address));
                }
            }
        }
        return Future.succeededFuture(all[0]);
    }
}
