package io.lancang.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.standalone.StandaloneException.ExitCode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
    private static final Path DEFAULT_DATA = Path.of("/repository/.lancang");

    @Test
    void listensOnPort8080AndKeepsDataWithoutOptions() throws StandaloneException {
        assertEquals(new Options(8080, DEFAULT_DATA, Options.Start.KEEP), parse());
    }

    @Test
    void takesPortFolderAndFreshStart() throws StandaloneException {
        assertEquals(
                new Options(9090, Path.of("/data"), Options.Start.FRESH),
                parse("--port", "9090", "--data", "/data", "--fresh"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "65536", "eighty", ""})
    void refusesWhatIsNoPortAndNamesIt(String port) {
        StandaloneException refusal = assertThrows(StandaloneException.class, () -> parse("--port", port));
        assertEquals(ExitCode.USAGE, refusal.exitCode());
        assertTrue(refusal.getMessage().contains("'" + port + "'"), refusal.getMessage());
    }

    @Test
    void refusesAnOptionWithoutItsValue() {
        StandaloneException refusal = assertThrows(StandaloneException.class, () -> parse("--data"));
        assertEquals("--data needs a value.", refusal.getMessage());
    }

    @Test
    void refusesAnUnknownOptionAndListsTheKnown() {
        StandaloneException refusal = assertThrows(StandaloneException.class, () -> parse("--prot", "1"));
        assertTrue(refusal.getMessage().contains("'--prot'"), refusal.getMessage());
        assertTrue(refusal.getMessage().contains("--port N"), refusal.getMessage());
    }

    private static Options parse(String... arguments) throws StandaloneException {
        return Options.parse(List.of(arguments), DEFAULT_DATA);
    }
}
