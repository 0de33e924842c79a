package io.lancang.explorer.assembly.docs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The documentation as pages: what {@code docs/README.md} leads to, from page to page. A file of the folder {@code docs} that no page
 * leads to fails the build, as a broken link does.
 */
public final class Documentation {
    static final String FOLDER = "docs/";
    static final String INDEX = FOLDER + "README.md";

    private final Path repository;
    private final Map<String, Page> pages = new TreeMap<>();
    private final Map<String, byte[]> files = new TreeMap<>();

    private Documentation(Path repository) {
        this.repository = repository;
    }

    /**
     * Reads and renders the documentation.
     *
     * @param repository the folder that the project lies in
     * @param frame what surrounds each page; see {@link Frame}
     * @return content by path below the folder of the pages, pictures included
     * @throws BrokenLinkException if a link leads to no file or heading, or nothing leads to a file
     */
    public static Map<String, byte[]> render(Path repository, String frame) throws IOException {
        Documentation documentation =
                new Documentation(repository.toAbsolutePath().normalize());
        documentation.read();
        documentation.requireEveryFile();
        documentation.write(new Frame(frame));
        return documentation.files;
    }

    private void read() throws IOException {
        Deque<String> waiting = new ArrayDeque<>();
        waiting.add(INDEX);
        while (!waiting.isEmpty()) {
            String source = waiting.remove();
            if (pages.containsKey(source)) {
                continue;
            }
            Page page = Page.parse(source, Files.readString(repository.resolve(source)));
            pages.put(source, page);
            for (String destination : page.destinations()) {
                Target target = Target.of(repository, page.source(), destination);
                switch (target) {
                    case Target.OfPage(String path, String _) -> waiting.add(path);
                    case Target.OfPicture(String path) ->
                        files.put(Address.ofPicture(path), Files.readAllBytes(repository.resolve(path)));
                    case Target.OfFile _, Target.Elsewhere _ -> {}
                }
            }
        }
    }

    private void requireEveryFile() throws IOException {
        TreeSet<String> lost = new TreeSet<>();
        try (Stream<Path> walk = Files.walk(repository.resolve(FOLDER))) {
            walk.filter(file -> file.toString().endsWith(".md"))
                    .map(file -> repository.relativize(file).toString().replace('\\', '/'))
                    .filter(source -> !pages.containsKey(source))
                    .forEach(lost::add);
        }
        if (!lost.isEmpty()) {
            throw new BrokenLinkException("No page leads to " + String.join(", ", lost) + ". Link it from " + INDEX
                    + ", or from a page that is linked there.");
        }
    }

    private void write(Frame frame) {
        Contents contents = Contents.of(Objects.requireNonNull(pages.get(INDEX), INDEX), repository);
        for (Page page : pages.values()) {
            String body = new PageRenderer(repository, page, pages).render();
            files.put(
                    Address.ofPage(page.source()),
                    frame.around(page, body, contents).getBytes(StandardCharsets.UTF_8));
        }
    }
}
