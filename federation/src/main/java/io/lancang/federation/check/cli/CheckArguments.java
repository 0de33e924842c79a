package io.lancang.federation.check.cli;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * The command line.
 *
 * @param before where the schema is that clients know
 * @param after where the one is that they would meet
 * @param documents files and folders of what clients send
 * @param usage files of what gateways have recorded of their clients
 */
record CheckArguments(String before, String after, List<String> documents, List<String> usage) {
    static final String USAGE = """
            Usage: check OLD NEW [--documents PATH ...] [--usage FILE ...]

              OLD, NEW     supergraphs or schemas: files, or URLs such as http://127.0.0.1:8080/schema.graphql
              --documents  what clients send: a file or folder of .graphql files, or a JSON file as a gateway takes it for
                           trusted documents (an object from ids to documents, or Apollo's persisted query manifest).
                           A breaking change that none of them uses breaks nobody then
              --usage      what clients have used, as /usage at the management port of a gateway gives it. A breaking change
                           that none of them has used breaks nobody then
              --help       this text

            Prints each change of the schema that clients see as BREAKING, DANGEROUS or SAFE, with the documents and clients that
            use what it changes, and the documents that would be refused.
            Exit codes: 0 nobody is broken, 1 somebody is, 2 wrong usage, or a file that cannot be read
            """;

    private static final String DOCUMENTS = "--documents";
    private static final String RECORDED = "--usage";
    private static final int SCHEMAS = 2;

    CheckArguments {
        documents = List.copyOf(documents);
        usage = List.copyOf(usage);
    }

    static CheckArguments parse(List<String> words) throws CheckException {
        List<String> schemas = new ArrayList<>();
        List<String> documents = new ArrayList<>();
        List<String> usage = new ArrayList<>();
        Iterator<String> remaining = words.iterator();
        while (remaining.hasNext()) {
            String word = remaining.next();
            if (word.equals(DOCUMENTS)) {
                if (!remaining.hasNext()) {
                    throw new CheckException(DOCUMENTS + " needs a file or a folder");
                }
                documents.add(remaining.next());
            } else if (word.equals(RECORDED)) {
                if (!remaining.hasNext()) {
                    throw new CheckException(RECORDED + " needs a file");
                }
                usage.add(remaining.next());
            } else if (word.startsWith("--")) {
                throw new CheckException("\"" + word + "\" is no option of check");
            } else {
                schemas.add(word);
            }
        }
        if (schemas.size() != SCHEMAS) {
            throw new CheckException("check compares two schemas, OLD and NEW, and not " + schemas.size());
        }
        return new CheckArguments(schemas.getFirst(), schemas.getLast(), documents, usage);
    }
}
