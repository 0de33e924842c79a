package io.lancang.federation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's example compiles, and answers what the README says. */
class ReadmeTest {
    private static final Pattern CODE = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern CLAIM = Pattern.compile("`Example\\.answer\\(\"(.*?)\"\\)` is `(.*?)`");

    @Test
    void theExampleAnswersWhatTheReadmeSays(@TempDir Path folder) throws Exception {
        String readme = Files.readString(Path.of("README.md"));
        Matcher claim = match(CLAIM, readme);
        compile(match(CODE, readme).group(1), folder);

        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, ReadmeTest.class.getClassLoader())) {
            Method answer = loader.loadClass("Example").getDeclaredMethod("answer", String.class);
            answer.setAccessible(true);

            assertEquals(claim.group(2), answer.invoke(null, claim.group(1)));
        }
    }

    private static Matcher match(Pattern pattern, String readme) {
        Matcher matcher = pattern.matcher(readme);
        if (!matcher.find()) {
            throw new AssertionError("the README has no " + pattern);
        }
        return matcher;
    }

    private static void compile(String code, Path folder) throws IOException {
        Path source = Files.writeString(folder.resolve("Example.java"), code);
        ByteArrayOutputStream problems = new ByteArrayOutputStream();
        ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        problems,
                        problems,
                        "-proc:none",
                        "-cp",
                        System.getProperty("java.class.path"),
                        source.toString());
        assertEquals("", problems.toString(UTF_8));
    }
}
