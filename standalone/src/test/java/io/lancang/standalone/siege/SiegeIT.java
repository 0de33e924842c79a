package io.lancang.standalone.siege;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.standalone.PreparedData;
import io.lancang.standalone.StandaloneException;
import io.lancang.standalone.siege.attack.Attack;
import io.lancang.standalone.siege.report.AttackReport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A short siege with those attacks that once took the set down: every process goes on, and other clients are
 * answered, those with new documents as well. How fast, and with how much memory, {@code ./lancang siege} measures, which has the
 * time for it.
 */
class SiegeIT {
    private static final Set<String> ONCE_DEADLY = Set.of(
            "slow-bodies",
            "fragments",
            "schema-aliases",
            "fan-out",
            "long-integer",
            "nested-types",
            "long-name",
            "new-documents",
            "null-variables",
            "long-enum",
            "import-exponents");
    private static final Path HOME = Path.of(System.getProperty("lancang.home"));
    private static final Duration LENGTH = Duration.ofSeconds(2);
    private static final Recovery RECOVERY = Recovery.ofLife(Duration.ofSeconds(5));

    private static BesiegedSet set;
    private static Siege siege;

    static Stream<Attack> attacks() {
        return AllAttacks.list().stream().filter(attack -> ONCE_DEADLY.contains(attack.name()));
    }

    @BeforeAll
    static void start() throws StandaloneException, InterruptedException, IOException {
        Path data = HOME.resolve("standalone/target/siege-data");
        PreparedData.into(data);
        set = BesiegedSet.start(HOME, data);
        siege = new Siege(set, LENGTH, RECOVERY);
        siege.warm(LENGTH);
    }

    @AfterAll
    static void stop() {
        set.close();
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void holds(Attack attack) throws Exception {
        AttackReport report = siege.run(attack);

        assertTrue(report.allSurvived(), report::toString);
        assertEquals(0, report.canary().failed(), report::toString);
        assertEquals(List.of(), report.refusals());
    }
}
