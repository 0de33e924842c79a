package io.lancang.explorer.assembly.docs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** What a link leads to. Paths are those in the repository. */
sealed interface Target {
    Set<String> PICTURES = Set.of("webp", "svg", "png");

    /**
     * Markdown, and so a page.
     *
     * @param anchor id of a heading there; empty for the beginning
     */
    record OfPage(String path, String anchor) implements Target {}

    record OfPicture(String path) implements Target {}

    /** Another file or a folder of the repository: source code, manifests. Pages have no address of it. */
    record OfFile(String path) implements Target {}

    record Elsewhere(String url) implements Target {}

    /**
     * Finds out what a link leads to.
     *
     * @param source the page that has the link
     * @throws BrokenLinkException if there is no such file
     */
    static Target of(Path repository, String source, String destination) {
        if (destination.matches("[a-z]+:.*")) {
            return new Elsewhere(destination);
        }
        int hash = destination.indexOf('#');
        String anchor = hash < 0 ? "" : destination.substring(hash + 1);
        String link = hash < 0 ? destination : destination.substring(0, hash);
        if (link.isEmpty()) {
            return new OfPage(source, anchor);
        }
        Path file = repository.resolve(source).resolveSibling(link).normalize();
        if (!file.startsWith(repository) || !Files.exists(file)) {
            throw new BrokenLinkException(source + " links to " + destination + ", and there is no such file.");
        }
        String path = repository.relativize(file).toString().replace('\\', '/');
        String ending = path.substring(path.lastIndexOf('.') + 1);
        if (ending.equals("md")) {
            return new OfPage(path, anchor);
        }
        return PICTURES.contains(ending) ? new OfPicture(path) : new OfFile(path);
    }
}
