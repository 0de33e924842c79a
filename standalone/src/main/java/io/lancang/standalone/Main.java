package io.lancang.standalone;

import io.lancang.standalone.StandaloneException.ExitCode;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** {@code ./lancang up}, after the build: starts the set and stays until it is asked to stop or a part of it dies. */
public final class Main {
    private final Progress progress;
    private final InstantSource clock;
    private final LaunchChoice choice;
    private final String remark;

    private Main(Progress progress, InstantSource clock, LaunchChoice choice, String remark) {
        this.progress = progress;
        this.clock = clock;
        this.choice = choice;
        this.remark = remark;
    }

    public static void main(String[] arguments) {
        runAndExit(List.of(arguments), LaunchChoice.BUILT, "");
    }

    /**
     * Starts the set, and ends the process with it.
     *
     * @param arguments the options of {@code up}
     * @param remark what there is to know about a set that was started so
     */
    static void runAndExit(List<String> arguments, LaunchChoice choice, String remark) {
        InstantSource clock = InstantSource.system();
        Main main = new Main(new Progress(System.out, clock), clock, choice, remark);
        System.exit(main.run(arguments));
    }

    private int run(List<String> arguments) {
        Path home = Path.of(System.getProperty("lancang.home", "")).toAbsolutePath();
        try {
            Options options = Options.parse(arguments, home.resolve(".lancang"));
            return runSet(options, home);
        } catch (StandaloneException e) {
            progress.line("lancang: " + e.getMessage());
            return e.exitCode().status();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.FAILED.status();
        }
    }

    private int runSet(Options options, Path home) throws StandaloneException, InterruptedException {
        long begun = clock.millis();
        LancangSet set = start(options, home);
        announce(set, options, (clock.millis() - begun) / 1000.0);
        StandaloneException failure = set.failure().join();
        set.close();
        throw failure;
    }

    private LancangSet start(Options options, Path home) throws StandaloneException, InterruptedException {
        StopWithProcess stop = StopWithProcess.register();
        try {
            LancangSet set = LancangSet.start(options, home, progress, LocalSteward.make(clock.instant()), choice);
            stop.started(set);
            return set;
        } finally {
            stop.over();
        }
    }

    private void announce(LancangSet set, Options options, double seconds) {
        progress.line("""
                Ready after %.1f s. Ctrl-C stops everything.%s

                  atlas      %s/
                  GraphQL    %s
                  docs       %s/explorer/docs/
                  GraphiQL   %s/explorer/graphiql.html
                  schema     %s/schema.graphql  %s/explorer/reference.html
                  HTTP API   %s/openapi.json  %s/api
                  exports    %s/exports/trade/trade-flows.csv  %s/exports/corridor/corridors.csv
                  health     %s/q/health
                  subgraphs  %s  %s  %s
                  data       %s

                Load your own:
                  ./lancang import DATASET FILE     (its token, for others: %s)

                Try:
                  curl -s %s -H 'content-type: application/json' -d '{"query": "\
                { partner(code: \\"LAO\\") { name corridors { name status openedOn } \
                trade(from: 2019, to: 2024) { points { period { year } total { amount currency } quality } } } }"}'
                """.formatted(
                        seconds,
                        remark.isEmpty() ? "" : " " + remark,
                        set.gatewayRoot(),
                        set.gatewayUrl(),
                        set.gatewayRoot(),
                        set.gatewayRoot(),
                        set.gatewayRoot(),
                        set.gatewayRoot(),
                        set.gatewayRoot(),
                        set.gatewayRoot(),
                        set.gatewayRoot(),
                        set.gatewayRoot(),
                        set.managementUrl("gateway"),
                        set.serviceUrl("trade"),
                        set.serviceUrl("corridor"),
                        set.serviceUrl("integration"),
                        options.data(),
                        set.stewardToken(),
                        set.gatewayUrl()));
    }
}
