package io.lancang.integration.job.work;

import io.lancang.integration.identity.OwnKeyRepository;
import io.lancang.integration.identity.Work;
import io.lancang.integration.job.JobConfig;
import io.lancang.integration.job.JobEntity;
import io.lancang.integration.job.work.JobLeaseRepository.Lease;
import io.lancang.integration.job.work.PartRepository.Kept;
import io.lancang.integration.key.KeyText;
import io.lancang.kit.error.ErrorCode;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The work on one job while this instance has the lease: the file is fetched behind what is kept of it, and kept part by part. No more of it
 * is held than a part and what the connection has read ahead. Belongs to one context, on which all is called.
 */
final class JobRun {
    private static final Logger LOG = Logger.getLogger(JobRun.class);
    /** How much of a file is held for a moment, twice, by each job that is worked on. */
    static final int PART = 262_144;

    private static final long LONGEST_PAUSE_MILLIS = 60_000;
    private static final int MOST_DOUBLINGS = 16;

    private final Context context;
    private final Lease lease;
    private final JobEntity job;
    private final Equipment equipment;
    private final Runnable ended;
    private Buffer held = Buffer.buffer();
    private @Nullable HttpClientResponse coming;
    private long kept;
    private boolean hasProgressed;
    private boolean isWriting;
    private boolean isWhole;
    /** No more is done, but the database may not know yet. */
    private boolean isOver;

    private boolean isSettled;

    /** What runs share. */
    record Equipment(
            GatewayFiles gateway, OwnKeyRepository keys, PartRepository parts, RoomRepository room, JobConfig config) {}

    /** @param ended runs on the context when the work has ended by itself */
    JobRun(Context context, String owner, JobEntity job, Equipment equipment, Runnable ended) {
        this.context = context;
        this.lease = new Lease(job.id(), owner);
        this.job = job;
        this.equipment = equipment;
        this.ended = ended;
    }

    /** Whether it has ended, and no word of it is on its way to the database: until then that would give this instance the job again. */
    boolean isSettled() {
        return isSettled;
    }

    void begin() {
        if (job.failures() > equipment.config().attempts()) {
            // Whoever took it ended without a word, each time.
            fail(ErrorCode.UNAVAILABLE.name(), job.reason() == null ? "Each attempt was interrupted." : job.reason());
            return;
        }
        on(equipment.keys().key(Work.JOBS, job.client(), job.scopes()))
                .onSuccess(this::ask)
                .onFailure(this::interrupted);
    }

    private void ask(KeyText key) {
        equipment
                .gateway()
                .open(new GatewayFiles.Question(key, job.export(), job.bytes(), job.etag()))
                .onComplete(opened -> context.runOnContext(ignored -> {
                    if (opened.failed()) {
                        failed(opened.cause());
                    } else {
                        take(opened.result());
                    }
                }));
    }

    /** Works on it no more, since somebody else does or will. */
    void end() {
        stop();
        isSettled = true;
    }

    private void stop() {
        isOver = true;
        HttpClientResponse open = coming;
        coming = null;
        if (open != null) {
            open.request().reset();
        }
    }

    private void take(GatewayFiles.Coming file) {
        HttpClientResponse answer = file.answer();
        answer.exceptionHandler(failure -> context.runOnContext(ignored -> failed(failure)));
        coming = answer;
        kept = file.file().from();
        Long total = file.file().total();
        if (isOver) {
            stop();
            return;
        }
        if (isTooLarge(total == null ? 0 : total)) {
            return;
        }
        // Of a file that is begun anew, what is kept of the earlier one goes.
        long rest = total == null ? 0 : Math.max(0, total - job.bytes());
        on(equipment.room().forMore(rest))
                .compose(room -> room.has(rest) ? on(equipment.parts().begin(lease, file.file())) : full(room))
                .onSuccess(holds -> {
                    if (isOver) {
                        return;
                    }
                    if (!holds) {
                        end();
                        return;
                    }
                    answer.handler(piece -> context.runOnContext(ignored -> read(piece)))
                            .endHandler(end -> context.runOnContext(ignored -> {
                                isWhole = true;
                                write();
                            }));
                    answer.resume();
                })
                .onFailure(this::interrupted);
    }

    private void read(Buffer piece) {
        held.appendBuffer(piece);
        write();
    }

    private void write() {
        HttpClientResponse answer = coming;
        if (answer == null || isOver) {
            return;
        }
        if (held.length() >= PART) {
            answer.pause();
        }
        if (isWriting || isTooLarge(kept + held.length()) || !(isWhole || held.length() >= PART)) {
            return;
        }
        isWriting = true;
        Buffer part = held.length() > PART ? held.getBuffer(0, PART) : held;
        held = held.length() > PART ? held.getBuffer(PART, held.length()) : Buffer.buffer();
        if (isWhole && held.length() == 0) {
            finish(part);
        } else {
            on(equipment.parts().add(lease, kept, part))
                    .onSuccess(outcome -> added(part, outcome))
                    .onFailure(this::interrupted);
        }
    }

    private void added(Buffer part, Kept outcome) {
        switch (outcome) {
            case Kept.Good() -> goOn(part);
            case Kept.Full() ->
                on(equipment.room().forMore(0))
                        .onSuccess(room -> {
                            if (room.has(0)) {
                                goOn(part);
                            } else {
                                full(room);
                            }
                        })
                        .onFailure(this::interrupted);
            case Kept.TooMuch(long all, long allowed) ->
                fail(
                        ErrorCode.LIMIT_EXCEEDED.name(),
                        "Results of '" + job.client() + "' have " + all + " bytes, and the plan allows " + allowed
                                + ". Cancel jobs whose results you have, or ask for less.");
            case Kept.Lost() -> end();
        }
    }

    private void goOn(Buffer part) {
        isWriting = false;
        kept += part.length();
        hasProgressed = true;
        write();
        if (coming != null && held.length() < PART) {
            coming.resume();
        }
    }

    /** All clients together have as much as they may. The work has ended. */
    private Future<Boolean> full(RoomRepository.Room room) {
        fail(
                ErrorCode.LIMIT_EXCEEDED.name(),
                "Results of all clients together may have " + room.most()
                        + " bytes (lancang.integration.jobs.max-kept). They have " + room.kept()
                        + ", and this one has no room. Order it again when some have expired.");
        return Future.succeededFuture(false);
    }

    private void finish(Buffer last) {
        on(equipment.room().forMore(last.length()))
                .compose(room -> room.has(last.length()) ? on(equipment.parts().finish(lease, kept, last)) : full(room))
                .onSuccess(finished -> {
                    if (isOver) {
                        return;
                    }
                    if (!finished) {
                        end();
                        return;
                    }
                    coming = null;
                    isOver = true;
                    LOG.infof("The job %s is done: %d bytes", lease.job(), kept + last.length());
                    settle();
                })
                .onFailure(this::interrupted);
    }

    private boolean isTooLarge(long bytes) {
        long most = equipment.config().maxSize().asLongValue();
        if (bytes <= most) {
            return false;
        }
        fail(
                ErrorCode.LIMIT_EXCEEDED.name(),
                "The file has " + bytes + " bytes or more, and a result may have " + most
                        + ". Ask for less: fewer years, or one dataset at a time.");
        return true;
    }

    private void failed(Throwable failure) {
        if (isOver) {
            return;
        }
        if (failure instanceof RefusedExportException refusal && refusal.isLasting()) {
            fail(refusal.code(), refusal.getMessage());
            return;
        }
        int attempts = hasProgressed ? 1 : job.failures();
        String why = "The gateway does not give the file: " + failure.getMessage();
        if (attempts >= equipment.config().attempts()) {
            fail(
                    failure instanceof RefusedExportException refusal ? refusal.code() : ErrorCode.UNAVAILABLE.name(),
                    why);
            return;
        }
        Duration asked = failure instanceof RefusedExportException refusal ? refusal.retryAfter() : Duration.ZERO;
        note(equipment.parts().again(lease, why, pause(attempts, asked)));
    }

    /** Each attempt waits up to twice as long as the one before, and as long as it is asked to. */
    private Duration pause(int attempts, Duration asked) {
        long first = equipment.config().firstRetry().toMillis();
        long most = Math.min(LONGEST_PAUSE_MILLIS, first << Math.min(attempts - 1, MOST_DOUBLINGS));
        long own = Math.round(most * ThreadLocalRandom.current().nextDouble(0.5, 1));
        return Duration.ofMillis(Math.max(own, asked.toMillis()));
    }

    private void fail(String code, String why) {
        LOG.infof("The job %s failed: %s: %s", lease.job(), code, why);
        note(equipment.parts().fail(lease, code, why));
    }

    /** The database does not answer: whoever has the lease, perhaps this instance, goes on when it does again. */
    private void interrupted(Throwable failure) {
        if (!isOver) {
            unsaid(failure);
        }
    }

    private void unsaid(Throwable failure) {
        end();
        LOG.warnf("The job %s is interrupted: %s", lease.job(), failure);
    }

    private void note(Uni<Void> work) {
        stop();
        on(work).onSuccess(noted -> settle()).onFailure(this::unsaid);
    }

    private void settle() {
        isSettled = true;
        ended.run();
    }

    private <T> Future<T> on(Uni<T> work) {
        return Future.fromCompletionStage(work.subscribeAsCompletionStage(), context);
    }
}
