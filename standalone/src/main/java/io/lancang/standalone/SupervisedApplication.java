package io.lancang.standalone;

import io.lancang.standalone.StandaloneException.ExitCode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * An application of the set, and the process that runs it now. A process that ran out of memory is named and started again on
 * the same ports; any other end is a failure of the set, because nobody knows what it means.
 *
 * <p>One thread of its own waits for the process. {@link #requestStop} may be called by any other thread: the lock makes sure that
 * no process is started behind it.
 */
final class SupervisedApplication {
    private final Application application;
    private final Start start;
    private final Progress progress;
    private final InstantSource clock;
    private final RestartBudget budget;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Object lock = new Object();
    private volatile RunningApplication running;

    /** How its process is started. */
    @FunctionalInterface
    interface Start {
        RunningApplication process() throws StandaloneException;
    }

    private SupervisedApplication(
            Application application, Start start, Progress progress, InstantSource clock, RestartBudget budget)
            throws StandaloneException {
        this.application = application;
        this.start = start;
        this.progress = progress;
        this.clock = clock;
        this.budget = budget;
        this.running = start.process();
    }

    /** Starts an application, with a log of this start and those that follow. */
    static SupervisedApplication start(Application application, Launch launch, DataFolder folder, Progress progress)
            throws StandaloneException {
        return start(application, launch, folder, progress, new RestartBudget(RestartBudget.FIRST_PAUSE));
    }

    /** As {@link #start(Application, Launch, DataFolder, Progress)}, with a budget of its own. */
    static SupervisedApplication start(
            Application application, Launch launch, DataFolder folder, Progress progress, RestartBudget budget)
            throws StandaloneException {
        RunningApplication.forgetLog(application, folder);
        Start start = () -> RunningApplication.start(application, launch, folder);
        return new SupervisedApplication(application, start, progress, InstantSource.system(), budget);
    }

    Application application() {
        return application;
    }

    /** The process that runs it now. */
    ProcessHandle handle() {
        return running.handle();
    }

    /** As {@link RunningApplication#awaitReady}. */
    void awaitReady() throws StandaloneException, InterruptedException {
        running.awaitReady();
    }

    /** Begins to watch the process; a failure that ends the set goes to the given consumer, once. */
    void supervise(Consumer<StandaloneException> failed) {
        Thread.ofPlatform().daemon().name("watch " + application.name()).start(() -> {
            try {
                keepRunning();
            } catch (StandaloneException failure) {
                if (!isStopping()) {
                    failed.accept(failure);
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Asks the process to finish what it does and end; none is started any more. */
    void requestStop() {
        synchronized (lock) {
            stopping.countDown();
            running.requestStop();
        }
    }

    /** Waits for the end that was asked for. */
    void awaitStop() throws InterruptedException {
        running.awaitStop();
    }

    private void keepRunning() throws StandaloneException, InterruptedException {
        while (true) {
            running.awaitEnd();
            if (isStopping()) {
                return;
            }
            if (!running.ranOutOfMemory()) {
                throw running.death();
            }
            startAgain();
        }
    }

    /** A new process that runs out of memory before it is ready is met by the next turn of the loop. */
    private void startAgain() throws StandaloneException, InterruptedException {
        Instant now = clock.instant();
        Duration pause = budget.next(now).orElseThrow(this::tooOften);
        if (stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
            return;
        }
        synchronized (lock) {
            if (isStopping()) {
                return;
            }
            running = start.process();
        }
        Optional<StandaloneException> failure = readiness();
        if (failure.isPresent() && !running.ranOutOfMemory()) {
            throw failure.get();
        }
        if (failure.isEmpty()) {
            progress.line("  %s ran out of memory (%d MB heap) and was started again after %.1f s. Its log is %s"
                    .formatted(
                            application.name(),
                            application.heapMegabytes(),
                            Duration.between(now, clock.instant()).toMillis() / 1000.0,
                            running.log()));
        }
    }

    private Optional<StandaloneException> readiness() throws InterruptedException {
        try {
            running.awaitReady();
            return Optional.empty();
        } catch (StandaloneException failure) {
            return Optional.of(failure);
        }
    }

    private StandaloneException tooOften() {
        return new StandaloneException(
                ExitCode.FAILED,
                "%s ran out of memory (%d MB heap) and was started again %d times within %d minutes, which is the most. Its log is %s"
                        .formatted(
                                application.name(),
                                application.heapMegabytes(),
                                RestartBudget.MOST,
                                RestartBudget.WINDOW.toMinutes(),
                                running.log()));
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }
}
