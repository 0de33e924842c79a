package io.lancang.integration.job.work;

import io.lancang.integration.job.JobConfig;
import io.lancang.integration.job.JobEntity;
import io.lancang.integration.job.JobRepository;
import io.lancang.kit.entity.OwnSession;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Shares the jobs between the instances: each says that it still works on its own, and takes those that wait or that nobody works on any more. */
@Singleton
class JobLeaseRepository {
    private static final String RENEW = """
            update job set lease_until = now() + make_interval(secs => :lease)
            where lease_owner = :owner and state = 'RUNNING'
            """;
    private static final String TAKE = """
            update job set state = 'RUNNING', begun_at = coalesce(begun_at, now()), failures = failures + 1,
                           lease_owner = :owner, lease_until = now() + make_interval(secs => :lease)
            where id in (
              select id from job
              where state = 'QUEUED' and next_attempt_at <= now() or state = 'RUNNING' and lease_until < now()
              order by created_at limit :free for update skip locked)
            """;
    private static final String MINE = "select id from job where lease_owner = :owner and state = 'RUNNING'";
    private static final String LEAVE = """
            update job set state = 'QUEUED', failures = greatest(failures - 1, 0), lease_owner = null, lease_until = null
            where lease_owner = :owner and state = 'RUNNING'
            """;
    private static final String FORGET = """
            delete from job where id in (
              select id from job where ended_at < now() - make_interval(secs => :remembered)
                and state not in ('QUEUED', 'RUNNING', 'DONE')
              order by ended_at limit 1000 for update skip locked)
            """;

    private final JobRepository jobs;
    private final RoomRepository room;
    private final double leaseSeconds;
    private final double rememberedSeconds;

    JobLeaseRepository(JobRepository jobs, RoomRepository room, JobConfig config) {
        this.jobs = jobs;
        this.room = room;
        this.leaseSeconds = seconds(config.lease());
        this.rememberedSeconds = seconds(config.remembered());
    }

    static double seconds(Duration time) {
        return time.toMillis() / 1_000.0;
    }

    /**
     * The right to work on a job.
     *
     * @param owner the instance
     */
    record Lease(String job, String owner) {}

    /**
     * What an instance works on.
     *
     * @param held the ids of those that it had already
     * @param all those and others that it takes now
     */
    record Share(List<String> held, List<JobEntity> all) {}

    /**
     * The jobs that an instance works on from now on: one transaction. One that it lost and takes again is not held: it begins anew with it.
     *
     * @param free how many more it can work on
     */
    Uni<Share> share(String owner, int free) {
        return OwnSession.write(() -> Panache.getSession()
                .chain(session -> leased(session, RENEW, owner)
                        .executeUpdate()
                        .chain(() -> mine(session, owner))
                        .chain(held -> take(session, owner, free)
                                .chain(() -> mine(session, owner))
                                .chain(ids -> ids.isEmpty()
                                        ? Uni.createFrom().item(List.<JobEntity>of())
                                        : jobs.list("id in ?1", ids))
                                .map(all -> new Share(held, all)))));
    }

    private Uni<Integer> take(Mutiny.Session session, String owner, int free) {
        return free > 0
                ? leased(session, TAKE, owner).setParameter("free", free).executeUpdate()
                : Uni.createFrom().item(0);
    }

    private static Uni<List<String>> mine(Mutiny.Session session, String owner) {
        return session.createNativeQuery(MINE, String.class)
                .setParameter("owner", owner)
                .getResultList();
    }

    private Mutiny.MutationQuery leased(Mutiny.Session session, String statement, String owner) {
        return session.createNativeQuery(statement).setParameter("owner", owner).setParameter("lease", leaseSeconds);
    }

    /** Others may take at once what this instance worked on. */
    Uni<Integer> leave(String owner) {
        return OwnSession.write(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(LEAVE)
                        .setParameter("owner", owner)
                        .executeUpdate()));
    }

    /** Throws results away whose time is over, and forgets jobs that ended long ago. */
    Uni<Void> cleanUp() {
        return room.expire()
                .chain(() -> OwnSession.write(() -> Panache.getSession()
                        .chain(session -> session.createNativeQuery(FORGET)
                                .setParameter("remembered", rememberedSeconds)
                                .executeUpdate())))
                .replaceWithVoid();
    }
}
