package io.lancang.standalone;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/**
 * One of several processes of an application, at ports that stay from one start to the next. Started and ended by one thread; whether it is ready
 * may be asked by any.
 */
final class ServiceProcess {
    private static final int PATIENCE_MILLIS = 2_000;

    private final Application application;
    private final Launch launch;
    private final DataFolder folder;
    private volatile RunningApplication running;
    private volatile boolean isLeaving;

    private ServiceProcess(Application application, Launch launch, DataFolder folder, RunningApplication running) {
        this.application = application;
        this.launch = launch;
        this.folder = folder;
        this.running = running;
    }

    static ServiceProcess start(Application application, Launch launch, DataFolder folder) throws StandaloneException {
        return new ServiceProcess(application, launch, folder, RunningApplication.start(application, launch, folder));
    }

    Application application() {
        return application;
    }

    ProcessHandle handle() {
        return running.handle();
    }

    void awaitReady() throws StandaloneException, InterruptedException {
        running.awaitReady();
    }

    /** Asks it to end, as a cluster does, and waits until it has. Nobody sends it anything new from the first moment. */
    void stop() throws InterruptedException {
        isLeaving = true;
        running.requestStop();
        running.awaitStop();
    }

    /** Ends it as {@code kill -9} does. */
    void kill() throws InterruptedException {
        running.handle().destroyForcibly();
        running.awaitEnd();
    }

    /** Starts another in place of one that has ended, and waits until that is ready. */
    void startAgain() throws StandaloneException, InterruptedException {
        running = RunningApplication.start(application, launch, folder);
        running.awaitReady();
        isLeaving = false;
    }

    /** Whether requests may be sent to it. */
    boolean isReady() {
        if (isLeaving) {
            return false;
        }
        try {
            HttpURLConnection connection = (HttpURLConnection)
                    URI.create(application.readinessUrl()).toURL().openConnection();
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException gone) {
            return false;
        }
    }
}
