package io.lancang.mutation.run;

import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.nio.file.Path;

/** Called by the JVM before its main class. */
public final class Agent {

    private Agent() {}

    /** Takes the folder of the plan: its faults are put into classes as these are loaded. */
    public static void premain(String plan, Instrumentation instrumentation) throws IOException {
        instrumentation.addTransformer(new Variants(WarmFault.readAll(Path.of(plan))));
    }
}
