package io.lancang.gateway.storm;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

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
        System.out.println(StormTable.HEAD);
        try {
            Map<Boolean, List<Weather>> byServers =
                    options.weathers().stream().collect(Collectors.partitioningBy(Weather::isOfOneServer));
            boolean alone = holds(options, graph, Objects.requireNonNull(byServers.get(false)), List.of());
            boolean inTwos =
                    holds(options, graph, Objects.requireNonNull(byServers.get(true)), List.of(graph.servers()));
            return alone && inTwos;
        } finally {
            graph.stop();
        }
    }

    private static boolean holds(StormOptions options, StormGraph graph, List<Weather> weathers, List<String> servers)
            throws Exception {
        if (weathers.isEmpty()) {
            return true;
        }
        boolean holds = true;
        try (GatewayProcess gateway =
                GatewayProcess.start(Path.of(System.getProperty("lancang.gateway.jar")), graph.supergraph(), servers)) {
            StormLoad load = new StormLoad(gateway.endpoint(), graph, options.connections());
            load.run(Weather.FAIR, Duration.ofSeconds(Math.min(5, options.seconds())));
            for (Weather weather : weathers) {
                StormResult result = load.run(weather, Duration.ofSeconds(options.seconds()));
                System.out.println(StormTable.line(result));
                holds &= result.wrong() == 0 && result.mostChanges() <= 1;
                // So that what is behind does not count for what is next: breakers close again.
                load.run(Weather.FAIR, Duration.ofSeconds(2));
            }
            return holds && gateway.isAlive();
        }
    }
}
