package io.lancang.explorer.assembly.docs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;

/** What there is to read, by chapters: the links of the index under its headings of the second level. */
record Contents(List<Chapter> chapters) {
    record Chapter(String title, List<Entry> entries) {}

    /** @param source path in the repository */
    record Entry(String source, String title) {}

    static Contents of(Page index, Path repository) {
        List<Chapter> chapters = new ArrayList<>();
        index.tree().accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                if (heading.getLevel() == 2) {
                    chapters.add(new Chapter(Page.textOf(heading), new ArrayList<>()));
                }
            }

            @Override
            public void visit(Link link) {
                if (!chapters.isEmpty()
                        && Target.of(repository, index.source(), link.getDestination())
                                instanceof Target.OfPage(String path, String _)) {
                    chapters.getLast().entries().add(new Entry(path, Page.textOf(link)));
                }
            }
        });
        return new Contents(List.copyOf(chapters));
    }
}
