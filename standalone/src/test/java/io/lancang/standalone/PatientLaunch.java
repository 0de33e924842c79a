package io.lancang.standalone;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Starts applications as others do, and waits longer until they are ready: on a machine that has much other work, the first start on nothing takes
 * minutes.
 *
 * @param others how they are started
 */
record PatientLaunch(Launch others) implements Launch {
    static final Duration START_LIMIT = Duration.ofMinutes(10);

    /** As they were built. */
    static final LaunchChoice CHOICE = (home, folder) -> new PatientLaunch(LaunchChoice.BUILT.launch(home, folder));

    @Override
    public void prepare(Application application) throws StandaloneException, IOException {
        others.prepare(application);
    }

    @Override
    public List<String> command(Application application) {
        return others.command(application);
    }

    @Override
    public Map<String, String> environment(Application application) {
        return others.environment(application);
    }

    @Override
    public Duration startLimit() {
        return START_LIMIT;
    }
}
