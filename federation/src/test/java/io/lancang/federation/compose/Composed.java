package io.lancang.federation.compose;

import io.lancang.federation.SubgraphDefinition;
import io.lancang.federation.compose.problem.CompositionError;
import io.lancang.federation.compose.problem.CompositionErrorCode;
import java.util.Arrays;
import java.util.List;

/** Composes subgraphs for a test and shows the parts of the result that the test is about. */
public final class Composed {

    private static final String FEDERATION_TWO = """
            extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [
              "@key", "@requires", "@provides", "@external", "@shareable", "@override", "@tag", "@inaccessible",
              "@interfaceObject", "@composeDirective", "@authenticated", "@requiresScopes", "@policy", "@cost",
              "@listSize", "@context", "@fromContext"])
            """;

    private final CompositionResult result;

    private Composed(CompositionResult result) {
        this.result = result;
    }

    /** A subgraph in the style of Federation 2 with everything imported; the link is on line 1 to 4. */
    public static SubgraphDefinition subgraph(String name, String sdl) {
        return bare(name, FEDERATION_TWO + sdl);
    }

    /** A subgraph with exactly this SDL. */
    public static SubgraphDefinition bare(String name, String sdl) {
        return new SubgraphDefinition(name, "http://" + name + ".test/graphql", sdl);
    }

    /** Composes. */
    public static Composed of(SubgraphDefinition... subgraphs) {
        return new Composed(Composition.compose(Arrays.asList(subgraphs)));
    }

    /** The supergraph; fails the test with the errors where there is none. */
    public String supergraph() {
        return switch (result) {
            case CompositionResult.Success success -> success.supergraphSdl();
            case CompositionResult.Failure failure -> throw new AssertionError(failure.errors());
        };
    }

    /** The definition whose first line starts with this, such as {@code "type Partner"}, as it is printed. */
    public String definition(String start) {
        return Arrays.stream(supergraph().split("\n\n"))
                .map(String::strip)
                .filter(block -> block.matches("(?s)(\"\"\".*?\"\"\"\n)?" + start + "\\b.*"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No \"" + start + "\" in\n" + supergraph()));
    }

    /** The line of a field, argument list included, without its indentation. */
    public String field(String start, String fieldName) {
        return definition(start)
                .lines()
                .map(String::strip)
                .filter(line -> line.matches(fieldName + "\\b.*"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No \"" + fieldName + "\" in\n" + definition(start)));
    }

    /** The errors; none where the subgraphs compose. */
    public List<CompositionError> errors() {
        return switch (result) {
            case CompositionResult.Success ignored -> List.of();
            case CompositionResult.Failure failure -> failure.errors();
        };
    }

    /** The only error; fails the test where there are more or none. */
    public CompositionError error() {
        if (errors().size() != 1) {
            throw new AssertionError("Not one error: " + errors());
        }
        return errors().getFirst();
    }

    /** The codes of the errors, each as often as it was reported. */
    public List<CompositionErrorCode> codes() {
        return errors().stream().map(CompositionError::code).toList();
    }

    /** What composed but may surprise. */
    public List<String> hints() {
        return switch (result) {
            case CompositionResult.Success success ->
                success.hints().stream().map(hint -> hint.coordinate()).toList();
            case CompositionResult.Failure failure -> throw new AssertionError(failure.errors());
        };
    }
}
