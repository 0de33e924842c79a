package io.lancang.explorer.assembly.docs;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.HtmlRenderer;

/** Renders what a page says, with its links as addresses of pages. */
final class PageRenderer {
    private final Path repository;
    private final Page page;
    private final Map<String, Page> pages;

    PageRenderer(Path repository, Page page, Map<String, Page> pages) {
        this.repository = repository;
        this.page = page;
        this.pages = pages;
    }

    /** @throws BrokenLinkException if a link leads to a heading that is not there */
    String render() {
        page.tree().accept(new Addresses());
        return HtmlRenderer.builder()
                .extensions(List.of(TablesExtension.create()))
                .escapeHtml(true)
                .attributeProviderFactory(_ -> this::setAttributes)
                .build()
                .render(page.tree());
    }

    private void setAttributes(Node node, String tag, Map<String, String> attributes) {
        Page.Anchor anchor = page.headings().get(node);
        if (anchor != null) {
            attributes.put("id", anchor.id());
        }
        // Whoever has no mouse scrolls long lines by the keyboard.
        if (node instanceof FencedCodeBlock && tag.equals("pre")) {
            attributes.put("tabindex", "0");
        }
    }

    /** Puts addresses of pages in the place of paths in the repository. */
    private final class Addresses extends AbstractVisitor {
        @Override
        public void visit(Link link) {
            visitChildren(link);
            switch (Target.of(repository, page.source(), link.getDestination())) {
                case Target.OfPage(String path, String anchor) -> link.setDestination(address(link, path, anchor));
                case Target.OfPicture(String path) -> link.setDestination(toPicture(path));
                case Target.OfFile _ -> unwrap(link);
                case Target.Elsewhere _ -> {}
            }
        }

        @Override
        public void visit(Image image) {
            if (Target.of(repository, page.source(), image.getDestination()) instanceof Target.OfPicture(String path)) {
                image.setDestination(toPicture(path));
            } else {
                throw new BrokenLinkException(page.source() + " shows " + image.getDestination()
                        + ", which is no picture of the repository.");
            }
        }

        private String address(Link link, String path, String anchor) {
            Page target = Objects.requireNonNull(pages.get(path), path);
            if (!anchor.isEmpty() && !target.has(anchor)) {
                throw new BrokenLinkException(page.source() + " links to " + link.getDestination() + ", and " + path
                        + " has no such heading. It has: "
                        + String.join(
                                ", ",
                                target.headings().values().stream()
                                        .map(Page.Anchor::id)
                                        .toList()));
            }
            String fragment = anchor.isEmpty() ? "" : "#" + anchor;
            if (path.equals(page.source()) && !fragment.isEmpty()) {
                return fragment;
            }
            return Address.between(Address.ofPage(page.source()), Address.ofPage(path)) + fragment;
        }

        private String toPicture(String path) {
            return Address.between(Address.ofPage(page.source()), Address.ofPicture(path));
        }

        /** The words of a link to a file that has no address among the pages stay, without a link. */
        private static void unwrap(Link link) {
            Node child = link.getFirstChild();
            while (child != null) {
                Node next = child.getNext();
                link.insertBefore(child);
                child = next;
            }
            link.unlink();
        }
    }
}
