package io.lancang.integration.job.order;

import io.lancang.integration.access.Asker;
import io.lancang.integration.client.Client;
import io.lancang.integration.client.ClientEntity;
import io.lancang.integration.client.ClientRepository;
import io.lancang.integration.client.Scopes;
import io.lancang.integration.identity.OwnKeyRepository;
import io.lancang.integration.job.Job;
import io.lancang.integration.job.JobConfig;
import io.lancang.integration.job.JobEntity;
import io.lancang.integration.job.JobRepository;
import io.lancang.integration.job.JobState;
import io.lancang.integration.job.work.JobWorkers;
import io.lancang.integration.job.work.RoomRepository;
import io.lancang.integration.page.Moments;
import io.lancang.integration.page.Texts;
import io.lancang.integration.plan.Plan;
import io.lancang.integration.plan.PlanEntity;
import io.lancang.integration.plan.PlanRepository;
import io.lancang.kit.entity.OwnSession;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** Orders and cancels jobs. Orders of one client come one after the other, so that what is counted is so when one is kept. */
@Singleton
public class Jobs {
    private static final int ID_BYTES = 12;
    /** As many as a key has, since it opens what a key opens. */
    private static final int LINK_BYTES = 32;

    private static final long MEBIBYTE = 1_048_576;
    private static final List<JobState> ACTIVE = List.of(JobState.QUEUED, JobState.RUNNING);

    private static final String COUNTS =
            "select count(*), coalesce(sum(case when state in (:active) then 1 else 0 end), 0),"
                    + " coalesce(sum(case when state in (:active) or state = :done then bytes else 0 end), 0)"
                    + " from JobEntity where client = :client";
    private static final String CANCEL = """
            update job set state = 'CANCELLED', ended_at = coalesce(ended_at, :now), lease_owner = null, lease_until = null
            where id = :id and state in ('QUEUED', 'RUNNING', 'DONE')
            """;
    private static final String THROW_AWAY = "delete from job_part where job = :id";

    private final SecureRandom random = new SecureRandom();
    private final JobRepository jobs;
    private final ClientRepository clients;
    private final PlanRepository plans;
    private final OwnKeyRepository keys;
    private final JobWorkers workers;
    private final RoomRepository room;
    private final JobConfig config;

    Jobs(
            JobRepository jobs,
            ClientRepository clients,
            PlanRepository plans,
            OwnKeyRepository keys,
            JobWorkers workers,
            RoomRepository room,
            JobConfig config) {
        this.jobs = jobs;
        this.clients = clients;
        this.plans = plans;
        this.keys = keys;
        this.workers = workers;
        this.room = room;
        this.config = config;
    }

    /**
     * A job that fetches an export for a client; the same as before, while one waits or runs that fetches the same. Fails with BAD_USER_INPUT
     * for what is no export, and with LIMIT_EXCEEDED where the client, or all clients together, have as much as they may.
     *
     * @param export path and query at the gateway
     */
    public Uni<Job> order(Asker.Owner asker, String export) {
        String address = ExportAddress.checked(export);
        keys.requireToken();
        // Before the transaction, which has a connection already: many orders at once would wait for each other's
        // second one.
        return room.forMore(1).chain(found -> order(asker, address, found));
    }

    private Uni<Job> order(Asker.Owner asker, String address, RoomRepository.Room found) {
        return OwnSession.write(() -> clients.findById(asker.id(), LockModeType.PESSIMISTIC_WRITE)
                        .chain(locked -> clients.require(asker.id()))
                        .map(ClientEntity::asRecord)
                        .chain(client -> {
                            String scopes = Scopes.text(asker.scopesAmong(client.scopes()));
                            return jobs.find(
                                            "client = ?1 and export = ?2 and scopes = ?3 and state in ?4",
                                            client.id(),
                                            address,
                                            scopes,
                                            ACTIVE)
                                    .firstResult()
                                    .chain(same -> same == null
                                            ? begin(client, scopes, address, found)
                                            : Uni.createFrom().item(same));
                        })
                        .map(JobEntity::asRecord))
                .invoke(workers::wake);
    }

    private Uni<JobEntity> begin(Client client, String scopes, String export, RoomRepository.Room found) {
        return plans.require(client.planName())
                .map(PlanEntity::asRecord)
                .chain(plan -> counts(client.id()).invoke(counts -> {
                    requireRoom(client.id(), plan, counts);
                    requireRoom(found);
                }))
                .chain(() -> jobs.persistAndFlush(
                        new JobEntity("job_" + id(), link(), client.id(), scopes, export, Moments.now())));
    }

    /** What a client has: on record, waiting or running, and bytes that are kept. */
    private record Counts(long all, long active, long bytes) {}

    private static Uni<Counts> counts(String client) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(COUNTS, Object[].class)
                        .setParameter("active", ACTIVE)
                        .setParameter("done", JobState.DONE)
                        .setParameter("client", client)
                        .getSingleResult())
                .map(row -> new Counts(number(row[0]), number(row[1]), number(row[2])));
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }

    private void requireRoom(String client, Plan plan, Counts counts) {
        String who = "'" + client + "' has ";
        if (plan.jobs() != null && counts.active() >= plan.jobs()) {
            throw Texts.full(
                    who + counts.active() + " jobs that wait or run",
                    plan.jobs(),
                    "Wait until one ends, or cancel one.");
        }
        if (plan.jobMegabytes() != null && counts.bytes() >= plan.jobMegabytes() * MEBIBYTE) {
            throw Texts.full(
                    who + "results of " + counts.bytes() + " bytes",
                    plan.jobMegabytes() * MEBIBYTE,
                    "Cancel a job whose result you have, or wait until one expires.");
        }
        if (counts.all() >= config.perClient()) {
            throw Texts.full(
                    who + counts.all() + " jobs on record",
                    config.perClient(),
                    "Wait: a job is forgotten " + config.remembered() + " after its end.");
        }
    }

    private static void requireRoom(RoomRepository.Room all) {
        if (!all.has(1)) {
            throw Texts.full(
                    "Results of all clients have " + all.kept() + " bytes",
                    all.most(),
                    "Cancel a job whose result you have, or order again when some have expired.");
        }
    }

    /** Ends a job and throws away what is there of its result. Ended without one, it stays as it is. Fails with NOT_FOUND for none. */
    public Uni<Job> cancel(Asker asker, String id) {
        return OwnSession.write(() -> jobs.require(asker, id)
                        .chain(Panache::getSession)
                        .chain(session -> session.createNativeQuery(CANCEL)
                                .setParameter("now", Moments.now())
                                .setParameter("id", id)
                                .executeUpdate()
                                .chain(() -> session.createNativeQuery(THROW_AWAY)
                                        .setParameter("id", id)
                                        .executeUpdate())))
                .chain(() -> jobs.byId(asker, id))
                .invoke(workers::wake);
    }

    private String id() {
        return HexFormat.of().formatHex(bytes(ID_BYTES));
    }

    private String link() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(LINK_BYTES));
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
