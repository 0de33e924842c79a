package io.lancang.standalone.reference;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The interfaces in the sources of one module that may declare keys, by their simple names, as the compiler reads them. */
final class ConfigurationSources {
    private final Map<String, Declaration> interfaces = new HashMap<>();

    /**
     * An interface.
     *
     * @param tree as it was parsed
     * @param comments the Javadoc of its methods
     */
    record Declaration(ClassTree tree, Map<Tree, String> comments) {}

    private ConfigurationSources() {}

    /** Parses what mentions a mapping of configuration below a folder of sources, and its neighbours. */
    static ConfigurationSources of(Path sources) throws IOException {
        ConfigurationSources found = new ConfigurationSources();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8);
                Stream<Path> tree = Files.walk(sources)) {
            List<Path> java = tree.filter(file -> file.toString().endsWith(".java"))
                    .filter(ConfigurationSources::declaresKeys)
                    .toList();
            if (java.isEmpty()) {
                return found;
            }
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(java));
            DocTrees comments = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                found.new Reader(comments).scan(unit, null);
            }
        }
        return found;
    }

    /** The mappings, with their prefixes. */
    Stream<Map.Entry<String, Declaration>> mappings() {
        return interfaces.values().stream()
                .flatMap(declaration ->
                        annotation(declaration.tree().getModifiers().getAnnotations(), "ConfigMapping")
                                .map(prefix -> Map.entry(prefix, declaration))
                                .stream())
                .sorted(Map.Entry.comparingByKey());
    }

    /** The interface of a name, if it declares keys. */
    Optional<Declaration> find(String simpleName) {
        return Optional.ofNullable(interfaces.get(simpleName));
    }

    /** The value of an annotation, or its one argument, if it is there; empty text if it has none. */
    static Optional<String> annotation(List<? extends AnnotationTree> annotations, String name) {
        return annotations.stream()
                .filter(annotation -> annotation.getAnnotationType().toString().equals(name))
                .findFirst()
                .map(annotation -> annotation.getArguments().stream()
                        .findFirst()
                        .map(ConfigurationSources::text)
                        .orElse(""));
    }

    private static String text(ExpressionTree argument) {
        ExpressionTree value = argument instanceof AssignmentTree assignment ? assignment.getExpression() : argument;
        return value instanceof LiteralTree literal ? String.valueOf(literal.getValue()) : value.toString();
    }

    private static boolean declaresKeys(Path file) {
        try {
            String text = Files.readString(file);
            return text.contains("io.smallrye.config.")
                    || file.getFileName().toString().endsWith("Config.java");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Collects interfaces, nested ones as well. */
    private final class Reader extends TreePathScanner<@Nullable Void, @Nullable Void> {
        private final DocTrees comments;

        Reader(DocTrees comments) {
            this.comments = comments;
        }

        @Override
        public @Nullable Void visitClass(ClassTree tree, @Nullable Void nothing) {
            if (tree.getKind() == Tree.Kind.INTERFACE) {
                Map<Tree, String> ofMembers = new HashMap<>();
                for (Tree member : tree.getMembers()) {
                    String comment = comments.getDocComment(new TreePath(getCurrentPath(), member));
                    ofMembers.put(member, comment == null ? "" : comment);
                }
                interfaces.put(tree.getSimpleName().toString(), new Declaration(tree, ofMembers));
            }
            return super.visitClass(tree, null);
        }
    }
}
