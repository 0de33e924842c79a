package io.lancang.standalone.siege;

import io.lancang.standalone.StandaloneException;
import io.lancang.standalone.siege.SiegeOptions.Machine;
import io.lancang.standalone.siege.SiegeOptions.Task;
import io.lancang.standalone.siege.attack.Attack;
import io.lancang.standalone.siege.canary.Latencies;
import io.lancang.standalone.siege.report.AttackReport;
import io.lancang.standalone.siege.report.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code ./lancang siege}, after the build. Ends with 1 if the set did not hold, with 2 if the command line is wrong. */
public final class SiegeMain {
    private static final Recovery RECOVERY = Recovery.ofMemory(Duration.ofSeconds(30));

    private SiegeMain() {}

    public static void main(String[] arguments) throws Exception {
        try {
            System.exit(run(SiegeOptions.parse(List.of(arguments))));
        } catch (IllegalArgumentException wrong) {
            System.out.println("lancang: " + wrong.getMessage());
            System.exit(2);
        }
    }

    private static int run(SiegeOptions options) throws StandaloneException, InterruptedException, IOException {
        List<Attack> attacks = chosen(options.only());
        if (options.task() == Task.LIST) {
            attacks.forEach(attack -> System.out.printf("%-22s %s%n", attack.name(), attack.what()));
            return 0;
        }
        Path home = Path.of(System.getProperty("lancang.home", "")).toAbsolutePath();
        System.out.println("Starting a set of its own on loopback");
        long begun = System.nanoTime();
        BesiegedSet set = BesiegedSet.start(home, options.data());
        Runtime.getRuntime().addShutdownHook(new Thread(set::close, "stop"));
        System.out.println(
                "Ready after " + Duration.ofNanos(System.nanoTime() - begun).toSeconds() + " s");
        Siege siege = new Siege(set, options.length(), RECOVERY);
        siege.rehearse(attacks);
        Latencies atRest = siege.atRest();
        Table table = new Table(atRest, options.task() == Task.PRINT ? Table.Form.TERMINAL : Table.Form.MARKDOWN);
        System.out.println(table.head());
        boolean held = true;
        for (Attack attack : attacks) {
            AttackReport report = siege.run(attack);
            System.out.println(table.line(report));
            held &= report.faults().isEmpty() && (options.machine() == Machine.BUSY || !report.delaysCanary(atRest));
        }
        System.out.println();
        System.out.println(held ? "The set held." : "The set did not hold.");
        return held ? 0 : 1;
    }

    private static List<Attack> chosen(Set<String> only) {
        List<Attack> all = AllAttacks.list();
        Set<String> known = all.stream().map(Attack::name).collect(Collectors.toSet());
        for (String name : only) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException(
                        "There is no attack '" + name + "'. ./lancang siege --list names all.");
            }
        }
        return all.stream()
                .filter(attack -> only.isEmpty() || only.contains(attack.name()))
                .toList();
    }
}
