package io.lancang.k8s.admission;

import java.util.List;

/** Paths of URLs as Ingress and the Gateway API take them. */
final class Paths {
    private static final List<String> WITHIN = List.of("//", "/./", "/../", "%2f", "%2F", "#");
    private static final List<String> AT_END = List.of("/..", "/.");

    private Paths() {}

    /** Whether a path begins at the root and cannot be read as another one. */
    static boolean isAbsolute(String path) {
        return path.startsWith("/")
                && WITHIN.stream().noneMatch(path::contains)
                && AT_END.stream().noneMatch(path::endsWith);
    }
}
