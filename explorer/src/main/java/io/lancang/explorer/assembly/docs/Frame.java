package io.lancang.explorer.assembly.docs;

import io.lancang.explorer.assembly.docs.Page.Anchor;
import java.util.stream.Collectors;

/**
 * What surrounds each page: a file with {@code {title}}, {@code {root}} (the way to the folder of all pages), {@code {contents}} and
 * {@code {body}}.
 */
record Frame(String template) {
    String around(Page page, String body, Contents contents) {
        String root = Address.between(Address.ofPage(page.source()), "");
        return template.replace("{title}", escaped(page.title()))
                .replace("{root}", root)
                .replace("{contents}", navigation(page, contents))
                .replace("{body}", body);
    }

    private static String navigation(Page page, Contents contents) {
        return contents.chapters().stream()
                .map(chapter -> "<h2>" + escaped(chapter.title()) + "</h2>\n<ul>\n"
                        + chapter.entries().stream()
                                .map(entry -> entry(page, entry))
                                .collect(Collectors.joining())
                        + "</ul>\n")
                .collect(Collectors.joining());
    }

    private static String entry(Page page, Contents.Entry entry) {
        String title = escaped(entry.title());
        if (!entry.source().equals(page.source())) {
            String address = Address.between(Address.ofPage(page.source()), Address.ofPage(entry.source()));
            return "<li><a href=\"" + address + "\">" + title + "</a></li>\n";
        }
        return "<li><a href=\"#\" aria-current=\"page\">" + title + "</a>" + sections(page) + "</li>\n";
    }

    private static String sections(Page page) {
        String items = page.headings().values().stream()
                .filter(anchor -> anchor.level() == 2)
                .map(Frame::section)
                .collect(Collectors.joining());
        return items.isEmpty() ? "" : "<ul>\n" + items + "</ul>";
    }

    private static String section(Anchor anchor) {
        return "<li><a href=\"#" + anchor.id() + "\">" + escaped(anchor.text()) + "</a></li>\n";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
