package io.lancang.integration.job.work;

import io.lancang.integration.identity.OwnKeyRepository;
import io.lancang.integration.job.JobConfig;
import io.lancang.integration.job.JobEntity;
import io.lancang.kit.startup.StartupReleases;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * This instance's part of the work: several times within a lease it says that it still works on its jobs, takes others as far as it has
 * room, and leaves those that it lost. All of it happens on one context.
 */
@Singleton
public class JobWorkers {
    private static final Logger LOG = Logger.getLogger(JobWorkers.class);
    private static final int TIMES_A_LEASE = 3;

    private final String owner = UUID.randomUUID().toString();
    private final JobLeaseRepository leases;
    private final StartupReleases startup;
    private final JobRun.Equipment equipment;
    private final Vertx vertx;
    private final Context context;
    private final long period;
    /** Written on the context alone. */
    private final Map<String, JobRun> runs = new ConcurrentHashMap<>();

    private boolean isLooking;
    private boolean looksAgain;
    private boolean isOver;

    JobWorkers(
            JobLeaseRepository leases,
            GatewayFiles gateway,
            OwnKeyRepository keys,
            PartRepository parts,
            RoomRepository room,
            JobConfig config,
            StartupReleases startup,
            Vertx vertx,
            MeterRegistry metrics) {
        this.leases = leases;
        this.startup = startup;
        this.equipment = new JobRun.Equipment(gateway, keys, parts, room, config);
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.period = Math.max(1, config.lease().toMillis() / TIMES_A_LEASE);
        Gauge.builder("lancang.integration.jobs", runs, Map::size)
                .description("Jobs that this instance works on")
                .register(metrics);
    }

    void begin(@Observes StartupEvent event) {
        vertx.setPeriodic(1, period, ignored -> wake());
    }

    /** Others take over at once. */
    void end(@Observes ShutdownDelayInitiatedEvent event) {
        context.runOnContext(ignored -> {
            isOver = true;
            runs.values().forEach(JobRun::end);
            runs.clear();
            on(leases.leave(owner)).onFailure(failure -> LOG.debugf("Jobs wait for their leases to end: %s", failure));
        });
    }

    /** Looks for changes at once instead of after a while. */
    public void wake() {
        context.runOnContext(ignored -> look());
    }

    private void look() {
        if (isOver || !(startup.state() instanceof StartupReleases.State.Ready)) {
            return;
        }
        if (isLooking) {
            looksAgain = true;
            return;
        }
        isLooking = true;
        looksAgain = false;
        runs.values().removeIf(JobRun::isSettled);
        on(leases.share(owner, equipment.config().perInstance() - runs.size()))
                .onSuccess(this::adjust)
                .compose(mine -> on(leases.cleanUp()))
                .onFailure(failure -> LOG.warnf("Which jobs to work on cannot be read: %s", failure))
                .onComplete(end -> {
                    isLooking = false;
                    if (looksAgain) {
                        look();
                    }
                });
    }

    private void adjust(JobLeaseRepository.Share share) {
        if (isOver) {
            return;
        }
        Set<String> held = Set.copyOf(share.held());
        // Of what ended while the share was asked for it tells what was before: the next look knows.
        Set<String> ended = runs.entrySet().stream()
                .filter(entry -> entry.getValue().isSettled())
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
        runs.entrySet().removeIf(entry -> {
            boolean goes = entry.getValue().isSettled() || !held.contains(entry.getKey());
            if (goes) {
                entry.getValue().end();
            }
            return goes;
        });
        for (JobEntity job : share.all()) {
            if (!runs.containsKey(job.id()) && !ended.contains(job.id())) {
                JobRun run = new JobRun(context, owner, job, equipment, this::wake);
                runs.put(job.id(), run);
                run.begin();
            }
        }
    }

    private <T> Future<T> on(Uni<T> work) {
        return Future.fromCompletionStage(work.subscribeAsCompletionStage(), context);
    }
}
