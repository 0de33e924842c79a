package io.lancang.federation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What callers of the library can rely on, line by line, as recorded. A line that goes or changes is a new major version, a line more
 * is a minor one: the difference is what reviewers read. {@code -Dlancang.record=true} records it anew.
 */
class PublicApiTest {
    private static final Path CLASSES = Path.of("target", "classes");
    private static final Path RECORD = Path.of("src", "test", "resources", "io", "lancang", "federation", "api.txt");

    /** Of these packages the other public types serve the engine's own packages, and may change with any version. */
    private static final Map<String, Set<String>> SUPPORTED = Map.of(
            "io.lancang.federation.supergraph", Set.of("Supergraph", "Subgraph", "SupergraphException"),
            "io.lancang.federation.json", Set.of("ByteSink", "JsonWriter", "MalformedJsonException"));

    private static final Pattern TYPE = Pattern.compile("[a-z][\\w]*(\\.[a-z]\\w*)*\\.[A-Z][\\w$.]*");

    @Test
    void isAsItIsRecorded() throws Exception {
        String api = String.join("\n", api()) + "\n";
        if (Boolean.getBoolean("lancang.record")) {
            Files.createDirectories(RECORD.getParent());
            Files.writeString(RECORD, api);
        }
        assertEquals(
                Files.readString(RECORD),
                api,
                "The public API changed. If that is meant, record it with -Dlancang.record=true, and choose the version.");
    }

    private static List<String> api() throws Exception {
        Set<String> exported = exported();
        List<Class<?>> types = new ArrayList<>();
        for (String name : exported) {
            for (String simple : publicTypes(name)) {
                add(types, Class.forName(name + "." + simple));
            }
        }
        Set<String> names = new TreeSet<>();
        types.forEach(type -> names.add(type.getName().replace('$', '.')));
        List<String> lines = new ArrayList<>();
        types.stream()
                .sorted((one, other) -> one.getName().compareTo(other.getName()))
                .forEach(type -> {
                    lines.add(type.toGenericString().replace('$', '.'));
                    members(type)
                            .filter(line -> isUsable(line, names))
                            .sorted()
                            .distinct()
                            .forEach(line -> lines.add("    " + line));
                });
        return lines;
    }

    private static Set<String> exported() throws IOException {
        try (InputStream descriptor = Files.newInputStream(CLASSES.resolve("module-info.class"))) {
            Set<String> exported = new TreeSet<>();
            ModuleDescriptor.read(descriptor).exports().forEach(export -> exported.add(export.source()));
            return exported;
        }
    }

    private static List<String> publicTypes(String packageName) throws IOException {
        try (Stream<Path> files = Files.list(CLASSES.resolve(packageName.replace('.', '/')))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".class") && !name.contains("$") && !name.contains("-"))
                    .map(name -> name.substring(0, name.length() - ".class".length()))
                    .filter(name ->
                            SUPPORTED.getOrDefault(packageName, Set.of(name)).contains(name))
                    .toList();
        }
    }

    private static void add(List<Class<?>> types, Class<?> type) {
        if (isVisible(type.getModifiers())) {
            types.add(type);
            for (Class<?> nested : type.getDeclaredClasses()) {
                add(types, nested);
            }
        }
    }

    private static Stream<String> members(Class<?> type) {
        Stream<Member> members = Stream.of(
                        type.getDeclaredConstructors(), type.getDeclaredMethods(), type.getDeclaredFields())
                .flatMap(Arrays::stream);
        return members.filter(member -> isVisible(member.getModifiers()) && !member.isSynthetic())
                .map(PublicApiTest::line);
    }

    private static String line(Member member) {
        return switch (member) {
            case Constructor<?> constructor -> constructor.toGenericString();
            case Method method -> method.toGenericString();
            case Field field -> field.toGenericString();
            default -> throw new IllegalArgumentException(member.toString());
        };
    }

    /** Whether all types of the line are the JDK's or supported: others cannot be named, or may change. */
    private static boolean isUsable(String line, Set<String> names) {
        return TYPE.matcher(line.replace('$', '.'))
                .results()
                .map(found -> found.group())
                .allMatch(name -> name.startsWith("java.")
                        || names.stream().anyMatch(known -> name.equals(known) || name.startsWith(known + ".")));
    }

    private static boolean isVisible(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }
}
