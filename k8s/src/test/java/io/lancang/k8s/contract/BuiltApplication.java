package io.lancang.k8s.contract;

import io.lancang.k8s.manifest.Home;
import io.lancang.k8s.manifest.Manifest;
import io.lancang.k8s.manifest.ManifestSet;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.ConfigMappings.ConfigClass;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * What Maven built of one application.
 *
 * @param name the module, which is also the name of its workload
 */
record BuiltApplication(String name) {
    private static final String CONFIG_ROOTS = "META-INF/quarkus-config-roots.list";

    static Stream<BuiltApplication> all() {
        return Stream.of("gateway", "trade-service", "corridor-service", "integration-service")
                .map(BuiltApplication::new);
    }

    Path folder() {
        return Home.repository().resolve(name).resolve("target/quarkus-app");
    }

    /** The workload that runs it. */
    Manifest deployment(ManifestSet set) {
        return set.get("Deployment", name);
    }

    /** What quarkus-kubernetes made of it. */
    Manifest generated() {
        return generatedSet().get("Deployment", name);
    }

    /** All that quarkus-kubernetes made for it. */
    ManifestSet generatedSet() {
        return ManifestSet.read(Home.repository().resolve(name).resolve("target/kubernetes/kubernetes.yml"));
    }

    /**
     * The keys that can be set when it starts, with their values as they are without being set: those of Quarkus'
     * extensions, of its own mappings, and of its {@code application.properties}. A key of a map has {@code *} in it.
     */
    Map<String, String> configuration() {
        try (URLClassLoader loader = new URLClassLoader(
                jars().map(BuiltApplication::url).toArray(URL[]::new), BuiltApplication.class.getClassLoader())) {
            Map<String, String> keys = new TreeMap<>();
            for (Class<?> mapping : mappings(loader)) {
                ConfigClass.configClass(mapping)
                        .getProperties()
                        .forEach((key, value) -> keys.put(key, value == null ? "" : value));
            }
            ownProperties().forEach((key, value) -> {
                // What only the build reads is no key of the started application.
                if (keys.containsKey(key) || key.startsWith("lancang.")) {
                    keys.put(key, value);
                }
            });
            return keys;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Map<String, String> ownProperties() throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(
                Home.repository().resolve(name).resolve("src/main/resources/application.properties"))) {
            properties.load(reader);
        }
        Map<String, String> own = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> own.put(key, properties.getProperty(key)));
        return own;
    }

    private List<Class<?>> mappings(URLClassLoader loader) throws IOException {
        List<Class<?>> mappings = new ArrayList<>();
        for (URL list : Collections.list(loader.findResources(CONFIG_ROOTS))) {
            try (Reader reader = new InputStreamReader(list.openStream(), StandardCharsets.UTF_8)) {
                for (String root : reader.readAllAsString().lines().toList()) {
                    addIf(mappings, loader, root);
                }
            }
        }
        for (Path jar :
                jars().filter(each -> isOurs(each.getFileName().toString())).toList()) {
            try (JarFile file = new JarFile(jar.toFile())) {
                for (String type : file.stream()
                        .map(entry -> entry.getName())
                        .filter(entry -> entry.endsWith("Config.class"))
                        .map(entry -> entry.replace(".class", "").replace('/', '.'))
                        .toList()) {
                    addIf(mappings, loader, type);
                }
            }
        }
        return mappings;
    }

    private boolean isOurs(String jar) {
        return jar.startsWith("io.lancang.") || jar.startsWith(name + "-");
    }

    private static void addIf(List<Class<?>> mappings, ClassLoader loader, String type) {
        try {
            Class<?> candidate = Class.forName(type, false, loader);
            if (candidate.isAnnotationPresent(ConfigMapping.class) && isReadAtStart(candidate)) {
                mappings.add(candidate);
            }
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException("An application lists a class that it has not: " + type, missing);
        }
    }

    /** Whether Quarkus reads it when the application starts; what is fixed by the build cannot be set later. */
    private static boolean isReadAtStart(Class<?> mapping) {
        return Arrays.stream(mapping.getAnnotations())
                .map(Annotation::toString)
                .filter(text -> text.contains("ConfigRoot"))
                .allMatch(text -> text.contains("phase=RUN_TIME"));
    }

    private Stream<Path> jars() {
        return Stream.of("lib/main", "lib/boot", "app").flatMap(BuiltApplication.this::jarsIn);
    }

    private Stream<Path> jarsIn(String part) {
        try (Stream<Path> files = Files.list(folder().resolve(part))) {
            return files.filter(file -> file.toString().endsWith(".jar")).toList().stream();
        } catch (IOException failure) {
            throw new UncheckedIOException("The application is not built", failure);
        }
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
