package io.lancang.mutation.pit;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reads the XML that PIT writes: one mutation after the other, as it judges them. */
final class PitReport {
    private static final Set<String> NOTICED = Set.of("KILLED", "TIMED_OUT", "MEMORY_ERROR", "RUN_ERROR");

    private static final String END_OF_ONE = "</mutation>";
    private static final String END_OF_ALL = "</mutations>";

    private PitReport() {}

    /** All mutations of a run that came to its end. */
    static List<Mutation> read(Path file) throws IOException {
        return read(Files.readString(file), file);
    }

    /** Those that a run had judged when it was ended, which breaks its report off anywhere. */
    static List<Mutation> readBrokenOff(Path file) throws IOException {
        String text = Files.exists(file) ? Files.readString(file) : "";
        int end = text.lastIndexOf(END_OF_ONE);
        return end < 0 ? List.of() : read(text.substring(0, end) + END_OF_ONE + END_OF_ALL, file);
    }

    private static List<Mutation> read(String xml, Path file) throws IOException {
        try {
            NodeList all = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)))
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
