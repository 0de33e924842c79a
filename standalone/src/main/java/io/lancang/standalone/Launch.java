package io.lancang.standalone;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** How the applications of a set become processes. */
interface Launch {
    /** Makes sure that there is something to start. */
    void prepare(Application application) throws StandaloneException, IOException;

    /** The command that starts it, in the folder of whoever starts the set. */
    List<String> command(Application application);

    /** Configuration beside and above that of the application. */
    Map<String, String> environment(Application application);

    /** How long it may take until the application is ready. */
    Duration startLimit();
}
