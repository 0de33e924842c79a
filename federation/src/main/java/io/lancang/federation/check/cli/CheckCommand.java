package io.lancang.federation.check.cli;

import graphql.schema.GraphQLSchema;
import io.lancang.federation.check.Check;
import io.lancang.federation.check.SchemaChange;
import java.io.PrintStream;
import java.util.List;
import java.util.TreeMap;

/**
 * Compares what the command line names.
 *
 * @param output where changes go
 * @param messages where it says what is wrong with the command line or a file
 */
record CheckCommand(PrintStream output, PrintStream messages) {
    private static final int NOBODY_IS_BROKEN = 0;
    private static final int SOMEBODY_IS_BROKEN = 1;
    private static final int CANNOT_BE_SAID = 2;
    /** More are counted, and not named. */
    private static final int NAMED_AT_MOST = 5;

    /** Runs the command; the answer is the exit code. */
    int run(List<String> words) throws InterruptedException {
        if (words.contains("--help")) {
            output.print(CheckArguments.USAGE);
            return NOBODY_IS_BROKEN;
        }
        try {
            CheckArguments arguments = CheckArguments.parse(words);
            GraphQLSchema before = SchemaSource.read(arguments.before());
            GraphQLSchema after = SchemaSource.read(arguments.after());
            Check check = Check.of(
                    before, after, DocumentSource.read(arguments.documents()), UsageSource.read(arguments.usage()));
            print(check);
            return check.isBreaking() ? SOMEBODY_IS_BROKEN : NOBODY_IS_BROKEN;
        } catch (CheckException wrong) {
            messages.println("check: " + wrong.getMessage());
            messages.print(CheckArguments.USAGE);
            return CANNOT_BE_SAID;
        }
    }

    private void print(Check check) {
        for (Check.JudgedChange each : check.changes()) {
            SchemaChange change = each.change();
            output.printf("%-9s %s: %s%n", change.severity(), change.coordinate(), change.reason());
            if (!each.users().isEmpty()) {
                output.println("          used by " + named(each.users()));
            } else if (change.severity() == SchemaChange.Severity.BREAKING && check.documents() + check.clients() > 0) {
                output.println("          used by none of " + asked(check));
            }
        }
        new TreeMap<>(check.refused()).forEach((name, reason) -> output.println("REFUSED   " + name + ": " + reason));
        new TreeMap<>(check.unknown())
                .forEach((name, reason) ->
                        output.println("UNKNOWN   " + name + " is no document of the old schema either: " + reason));
        output.println(summary(check));
    }

    /** Of whom something is known. */
    private static String asked(Check check) {
        String documents = check.documents() + " documents";
        String clients = check.clients() + " clients";
        if (check.clients() == 0) {
            return documents;
        }
        return check.documents() == 0 ? clients : documents + " and " + clients;
    }

    private static String named(List<String> users) {
        String more = users.size() > NAMED_AT_MOST ? " and " + (users.size() - NAMED_AT_MOST) + " more" : "";
        return String.join(", ", users.subList(0, Math.min(NAMED_AT_MOST, users.size()))) + more;
    }

    private static String summary(Check check) {
        int changes = check.changes().size();
        if (!check.isBreaking()) {
            return "Nobody is broken by " + changes + " changes.";
        }
        String breaking =
                "Breaking: " + check.changes().stream().filter(check::breaks).count() + " of " + changes + " changes";
        if (check.documents() == 0) {
            return check.clients() == 0 ? breaking + "." : breaking + " meet clients.";
        }
        return breaking + " meet clients, " + check.refused().size() + " of " + check.documents()
                + " documents would be refused.";
    }
}
