package io.lancang.mutation.pit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Reads the XML that PIT writes. */
final class PitReport {
    private static final Set<String> NOTICED = Set.of("KILLED", "TIMED_OUT", "MEMORY_ERROR", "RUN_ERROR");

    private PitReport() {}

    static List<Mutation> read(Path file) throws IOException {
        try {
            NodeList all = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(file.toFile())
                    .getElementsByTagName("mutation");
            List<Mutation> mutations = new ArrayList<>();
            for (int index = 0; index < all.getLength(); index++) {
                mutations.add(mutation((Element) all.item(index)));
            }
            return List.copyOf(mutations);
        } catch (ParserConfigurationException | SAXException invalid) {
            throw new IOException(file + " is no report of PIT", invalid);
        }
    }

    private static Mutation mutation(Element element) {
        String mutator = text(element, "mutator");
        return new Mutation(
                NOTICED.contains(element.getAttribute("status")),
                text(element, "mutatedClass"),
                text(element, "mutatedMethod"),
                Integer.parseInt(text(element, "lineNumber")),
                mutator.substring(mutator.lastIndexOf('.') + 1),
                text(element, "description"),
                text(element, "sourceFile"));
    }

    private static String text(Element element, String tag) {
        return element.getElementsByTagName(tag).item(0).getTextContent();
    }
}
