package io.lancang.federation.differential.shrink;

import graphql.language.Argument;
import graphql.language.AstPrinter;
import graphql.language.AstTransformer;
import graphql.language.Directive;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Node;
import graphql.language.NodeVisitorStub;
import graphql.language.VariableDefinition;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import graphql.util.TreeTransformerUtil;
import io.lancang.federation.differential.run.Query;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Leaves out one selection, argument or directive, or puts a fragment in the place of its spread. */
final class QueryCuts implements Cuts {
    @Override
    public List<Supplier<Case>> of(Case failing) {
        List<Supplier<Case>> cuts = new ArrayList<>();
        Query query = failing.query();
        if (query != null) {
            Document document = Parser.parse(query.text());
            Counter counter = new Counter(Integer.MAX_VALUE);
            new AstTransformer().transform(document, counter);
            for (int index = 0; index < counter.seen; index++) {
                int wanted = index;
                cuts.add(() -> new Case(failing.federation(), cut(document, wanted, query)));
            }
        }
        return cuts;
    }

    private static Query cut(Document document, int index, Query query) {
        Document smaller = (Document) new AstTransformer().transform(document, new Counter(index));
        return tidy(AstPrinter.printAst(smaller), query);
    }

    /** Without fragments and variables that nothing uses any more. */
    private static Query tidy(String text, Query query) {
        Document document;
        try {
            document = Parser.parse(text);
        } catch (InvalidSyntaxException nothingLeft) {
            // A selection set lost its last selection: no query, as the trial will find.
            return new Query(text, query.variables());
        }
        Document tidied = (Document) new AstTransformer().transform(document, new Unused(text));
        String printed = AstPrinter.printAst(tidied);
        if (!printed.equals(text)) {
            return tidy(printed, query);
        }
        Map<String, @Nullable Object> variables = new LinkedHashMap<>(query.variables());
        variables.keySet().removeIf(name -> !mentions(printed, "\\$" + name, 1));
        return new Query(printed, variables);
    }

    private static boolean mentions(String text, String pattern, int times) {
        return Pattern.compile(pattern + "\\b").matcher(text).results().count() >= times;
    }

    /** Counts what can be cut, and cuts one of it. */
    @SuppressWarnings("rawtypes") // graphql-java declares its visitors raw
    private static final class Counter extends NodeVisitorStub {
        private final int wanted;
        private int seen;

        Counter(int wanted) {
            this.wanted = wanted;
        }

        @Override
        protected TraversalControl visitNode(Node node, TraverserContext<Node> context) {
            return TraversalControl.CONTINUE;
        }

        @Override
        public TraversalControl visitField(Field node, TraverserContext<Node> context) {
            return cutIfWanted(context);
        }

        @Override
        public TraversalControl visitInlineFragment(InlineFragment node, TraverserContext<Node> context) {
            return cutIfWanted(context);
        }

        @Override
        public TraversalControl visitFragmentSpread(FragmentSpread node, TraverserContext<Node> context) {
            return cutIfWanted(context);
        }

        @Override
        public TraversalControl visitArgument(Argument node, TraverserContext<Node> context) {
            return context.getParentNode() instanceof Directive ? TraversalControl.CONTINUE : cutIfWanted(context);
        }

        @Override
        public TraversalControl visitDirective(Directive node, TraverserContext<Node> context) {
            return cutIfWanted(context);
        }

        private TraversalControl cutIfWanted(TraverserContext<Node> context) {
            if (seen++ == wanted) {
                return TreeTransformerUtil.deleteNode(context);
            }
            return TraversalControl.CONTINUE;
        }
    }

    /** Takes out definitions that are only defined. */
    @SuppressWarnings("rawtypes") // graphql-java declares its visitors raw
    private static final class Unused extends NodeVisitorStub {
        private final String text;

        Unused(String text) {
            this.text = text;
        }

        @Override
        public TraversalControl visitFragmentDefinition(FragmentDefinition node, TraverserContext<Node> context) {
            return mentions(text, "\\.\\.\\." + node.getName(), 1)
                    ? TraversalControl.CONTINUE
                    : TreeTransformerUtil.deleteNode(context);
        }

        @Override
        public TraversalControl visitVariableDefinition(VariableDefinition node, TraverserContext<Node> context) {
            return mentions(text, "\\$" + node.getName(), 2)
                    ? TraversalControl.CONTINUE
                    : TreeTransformerUtil.deleteNode(context);
        }
    }
}
