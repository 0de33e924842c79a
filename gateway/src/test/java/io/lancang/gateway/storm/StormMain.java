package io.lancang.gateway.storm;

import java.nio.file.Path;
import java.time.Duration;

/** {@code ./lancang storm}: each weather for some seconds in front of the built gateway, and a line for each. */
public final class StormMain {
    private StormMain() {}

    /** Exits with 1 if an answer was wrong, a mutation was done twice, or the gateway died; with 2 if an option is wrong. */
    public static void main(String... arguments) throws Exception {
        StormOptions options;
        try {
            options = StormOptions.parse(arguments);
        } catch (IllegalArgumentException wrong) {
            System.err.println("lancang: " + wrong.getMessage());
            System.exit(2);
            return;
        }
        System.exit(holds(options) ? 0 : 1);
    }

    private static boolean holds(StormOptions options) throws Exception {
        StormGraph graph = new StormGraph();
        boolean holds = true;
        try (GatewayProcess gateway =
                GatewayProcess.start(Path.of(System.getProperty("lancang.gateway.jar")), graph.supergraph())) {
            StormLoad load = new StormLoad(gateway.endpoint(), graph, options.connections());
            load.run(Weather.FAIR, Duration.ofSeconds(Math.min(5, options.seconds())));
            System.out.println(StormTable.HEAD);
            for (Weather weather : options.weathers()) {
                StormResult result = load.run(weather, Duration.ofSeconds(options.seconds()));
                System.out.println(StormTable.line(result));
                holds &= result.wrong() == 0 && result.mostChanges() <= 1;
                // So that what is behind does not count for what is next: breakers close again.
                load.run(Weather.FAIR, Duration.ofSeconds(2));
            }
            holds &= gateway.isAlive();
        } finally {
            graph.stop();
        }
        return holds;
    }
}
