package io.lancang.explorer.assembly.docs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.IdGenerator;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/**
 * A file of the documentation.
 *
 * @param source its path in the repository
 * @param tree what it says
 * @param title its first heading
 * @param headings id of each heading, in the order in which they stand
 * @param destinations of links and pictures, as they are written
 */
record Page(String source, Node tree, String title, Map<Node, Anchor> headings, List<String> destinations) {
    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();

    /** A heading that can be linked to. */
    record Anchor(String id, String text, int level) {}

    static Page parse(String source, String markdown) {
        Node tree = PARSER.parse(markdown);
        Reader reader = new Reader();
        tree.accept(reader);
        List<Anchor> anchors = new ArrayList<>(reader.headings.values());
        if (anchors.isEmpty() || anchors.getFirst().level() != 1) {
            throw new BrokenLinkException(
                    source + " has no heading of the first level to begin with, so it has no title.");
        }
        return new Page(source, tree, anchors.getFirst().text(), reader.headings, List.copyOf(reader.destinations));
    }

    boolean has(String anchor) {
        return headings.values().stream().anyMatch(heading -> heading.id().equals(anchor));
    }

    /** What a part says, without its marks. */
    static String textOf(Node node) {
        StringBuilder text = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text part) {
                text.append(part.getLiteral());
            }

            @Override
            public void visit(Code part) {
                text.append(part.getLiteral());
            }

            @Override
            public void visit(SoftLineBreak part) {
                text.append(' ');
            }
        });
        return text.toString().strip();
    }

    private static final class Reader extends AbstractVisitor {
        private final IdGenerator ids = IdGenerator.builder().build();
        private final Map<Node, Anchor> headings = new LinkedHashMap<>();
        private final List<String> destinations = new ArrayList<>();

        @Override
        public void visit(Heading heading) {
            String text = textOf(heading);
            headings.put(heading, new Anchor(ids.generateId(text), text, heading.getLevel()));
            visitChildren(heading);
        }

        @Override
        public void visit(Link link) {
            destinations.add(link.getDestination());
            visitChildren(link);
        }

        @Override
        public void visit(Image image) {
            destinations.add(image.getDestination());
            visitChildren(image);
        }
    }
}
