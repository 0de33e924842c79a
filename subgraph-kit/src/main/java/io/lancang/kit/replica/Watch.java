package io.lancang.kit.replica;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Looks at the primary and at the standbys again and again: first at the primary, so that a standby is compared with what the primary
 * had before. A standby that does not answer is let go with all of its connections, and found anew when its name is looked up next.
 *
 * <p>Runs on a context of its own; what it found is read by any thread.
 */
final class Watch {
    private static final Logger LOG = Logger.getLogger(Watch.class);
    private static final long NAMES_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Vertx vertx;
    private final Context context;
    private final ReplicaConfig config;
    private final List<Address> names;
    private final Pools pools;
    private final Floor floor;
    private final Pool looksAtPrimary;
    private final Positions positions = new Positions();
    private final long timer;
    private long namesRead;
    private boolean isLooking;
    private boolean isAskedAgain;
    private volatile List<Standby> standbys = List.of();
    private volatile boolean primaryAnswers = true;
    private volatile boolean isClosed;

    Watch(Vertx vertx, ReplicaConfig config, List<Address> names, Pools pools, Floor floor) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.config = config;
        this.names = names;
        this.pools = pools;
        this.floor = floor;
        this.looksAtPrimary = pools.looksAtPrimary();
        this.namesRead = System.nanoTime() - NAMES_NANOS;
        this.timer = vertx.setPeriodic(1, config.look().toMillis(), ignored -> look());
    }

    List<Standby> standbys() {
        return standbys;
    }

    boolean primaryAnswers() {
        return primaryAnswers;
    }

    /** Looks now, or once more after the look that is under way. */
    void look() {
        context.runOnContext(turn -> {
            if (isClosed) {
                return;
            }
            if (isLooking) {
                isAskedAgain = true;
                return;
            }
            isLooking = true;
            readNames()
                    .eventually(this::lookAtPrimary)
                    .eventually(this::lookAtStandbys)
                    .onComplete(looked -> {
                        isLooking = false;
                        if (isAskedAgain) {
                            isAskedAgain = false;
                            look();
                        }
                    });
        });
    }

    private Future<Void> readNames() {
        long now = System.nanoTime();
        if (now - namesRead < NAMES_NANOS) {
            return Future.succeededFuture();
        }
        namesRead = now;
        return vertx.executeBlocking(this::addresses, false).compose(found -> keepOnly(Objects.requireNonNull(found)));
    }

    /** A name that stands for nothing has no standbys, which are all gone or not there yet. Blocks its thread. */
    private List<InetSocketAddress> addresses() {
        List<InetSocketAddress> found = new ArrayList<>();
        for (Address name : names) {
            try {
                found.addAll(name.resolved());
            } catch (UnknownHostException unknown) {
                LOG.debugf("No standby is at %s", unknown.getMessage());
            }
        }
        return found.stream().distinct().limit(config.most()).toList();
    }

    private Future<Void> keepOnly(List<InetSocketAddress> addresses) {
        Set<InetSocketAddress> wanted = new HashSet<>(addresses);
        List<Standby> kept = new ArrayList<>();
        List<Future<Void>> closed = new ArrayList<>();
        for (Standby standby : standbys) {
            if (wanted.remove(standby.address())) {
                kept.add(standby);
            } else {
                closed.add(letGo(standby, "its name does not lead to it any more"));
            }
        }
        addresses.stream()
                .filter(wanted::contains)
                .map(address -> new Standby(address, pools))
                .forEach(kept::add);
        standbys = List.copyOf(kept);
        return Future.join(closed).mapEmpty();
    }

    private Future<Void> letGo(Standby standby, String reason) {
        if (standby.standing().isStandby()) {
            LOG.warnf("The standby %s is not asked: %s", standby.server().name(), reason);
        }
        return standby.close();
    }

    private Future<Void> lookAtPrimary() {
        long happened = floor.happened();
        long began = System.nanoTime();
        return Look.at(looksAtPrimary, vertx).transform(look -> {
            boolean answers = look.succeeded() && !look.result().isStandby();
            if (answers) {
                positions.add(look.result().position(), began);
                floor.told(look.result().release(), happened);
            }
            if (answers != primaryAnswers && !isClosed) {
                LOG.warnf(
                        answers
                                ? "The primary answers again"
                                : "The primary does not answer, standbys do as far as they can: %s",
                        look.succeeded() ? "it follows another" : look.cause());
                primaryAnswers = answers;
            }
            return Future.succeededFuture();
        });
    }

    private Future<Void> lookAtStandbys() {
        List<Future<Void>> looks = new ArrayList<>();
        for (Standby standby : standbys) {
            looks.add(standby.look(vertx, this::behind).recover(failure -> {
                List<Standby> others = new ArrayList<>(standbys);
                others.remove(standby);
                standbys = List.copyOf(others);
                return letGo(standby, String.valueOf(failure));
            }));
        }
        return Future.join(looks)
                .onSuccess(looked ->
                        standbys.stream().mapToLong(Standby::position).min().ifPresent(positions::forgetUpTo))
                .mapEmpty();
    }

    private Duration behind(long position) {
        return positions.behind(position, System.nanoTime());
    }

    /** Ends the looks, and closes the connections to the standbys and those that the looks had. */
    Future<Void> close() {
        isClosed = true;
        vertx.cancelTimer(timer);
        List<Future<Void>> closed = new ArrayList<>();
        standbys.forEach(standby -> closed.add(standby.close()));
        closed.add(looksAtPrimary.close());
        return Future.join(closed).mapEmpty();
    }
}
