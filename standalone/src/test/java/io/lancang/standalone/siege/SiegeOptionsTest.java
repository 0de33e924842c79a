package io.lancang.standalone.siege;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.standalone.siege.SiegeOptions.Machine;
import io.lancang.standalone.siege.SiegeOptions.Task;
import io.lancang.standalone.siege.attack.Attack;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SiegeOptionsTest {
    @Test
    void runsEveryAttackForFifteenSecondsOnAQuietMachineWithoutOptions() {
        assertEquals(
                new SiegeOptions(Set.of(), Duration.ofSeconds(15), null, Task.PRINT, Machine.QUIET),
                SiegeOptions.parse(List.of()));
    }

    @Test
    void takesNamesTimeFolderAndForm() {
        assertEquals(
                new SiegeOptions(
                        Set.of("depth", "width", "slow-heads"),
                        Duration.ofSeconds(5),
                        Path.of("/data"),
                        Task.PRINT_MARKDOWN,
                        Machine.BUSY),
                SiegeOptions.parse(List.of(
                        "--only",
                        "depth,width",
                        "--only",
                        "slow-heads",
                        "--seconds",
                        "5",
                        "--data",
                        "/data",
                        "--markdown",
                        "--busy")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--url", "--seconds", "--only"})
    void refusesWhatItDoesNotKnowAndWhatHasNoValue(String option) {
        String message = assertThrows(IllegalArgumentException.class, () -> SiegeOptions.parse(List.of(option)))
                .getMessage();

        assertTrue(String.valueOf(message).contains(option), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1000", "ten"})
    void refusesATimeThatIsNoneOrHasNoEnd(String seconds) {
        assertThrows(IllegalArgumentException.class, () -> SiegeOptions.parse(List.of("--seconds", seconds)));
    }

    @Test
    void namesEveryAttackOnce() {
        List<String> names = AllAttacks.list().stream().map(Attack::name).toList();

        assertEquals(names.size(), Set.copyOf(names).size());
    }
}
