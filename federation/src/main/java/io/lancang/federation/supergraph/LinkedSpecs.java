package io.lancang.federation.supergraph;

import graphql.language.ArrayValue;
import graphql.language.Directive;
import graphql.language.Document;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.SchemaDefinition;
import graphql.language.StringValue;
import graphql.language.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names under which a supergraph knows the specifications that it links ({@code @link}, or {@code @core} in
 * Federation 1). Specifications of {@code specs.apollo.dev} are machinery: their elements have no place in the API schema.
 */
final class LinkedSpecs {
    private static final String APOLLO = "https://specs.apollo.dev/";

    private final Map<String, String> prefixes = new HashMap<>();
    private final Map<String, String> imports = new HashMap<>();
    private final Set<String> namespaces = new HashSet<>();

    private LinkedSpecs() {}

    static LinkedSpecs of(Document document) {
        LinkedSpecs specs = new LinkedSpecs();
        document.getDefinitionsOfType(SchemaDefinition.class).stream()
                .flatMap(schema -> schema.getDirectives().stream())
                .filter(directive -> directive.getName().equals("link")
                        || directive.getName().equals("core"))
                .forEach(specs::add);
        return specs;
    }

    /** The name of a directive of the join specification in this document. */
    String join(String directive) {
        return prefixes.getOrDefault("join", "join") + "__" + directive;
    }

    /** The name of {@code @inaccessible} in this document. */
    String inaccessible() {
        return directive("inaccessible");
    }

    /** The name of {@code @context} in this document. */
    String context() {
        return directive("context");
    }

    /** Whether the supergraph links a specification of {@code specs.apollo.dev}. */
    boolean links(String spec) {
        return prefixes.containsKey(spec);
    }

    /** The name of a specification's directive in this document: what it is imported as, or the name in its namespace. */
    String directive(String spec, String directive) {
        String imported = imports.get("@" + directive);
        if (imported != null) {
            return imported.substring(1);
        }
        String prefix = prefixes.getOrDefault(spec, spec);
        return directive.equals(spec) ? prefix : prefix + "__" + directive;
    }

    private String directive(String spec) {
        return directive(spec, spec);
    }

    /** Whether a directive belongs to a linked specification rather than to the API. */
    boolean isDirective(String name) {
        return namespaces.contains(name) || imports.containsValue("@" + name) || isInNamespace(name);
    }

    /** Whether a type belongs to a linked specification; one that has the name of a specification's directive need not. */
    boolean isType(String name) {
        return imports.containsValue(name) || isInNamespace(name);
    }

    private boolean isInNamespace(String name) {
        int separator = name.indexOf("__");
        return separator > 0 && namespaces.contains(name.substring(0, separator));
    }

    private void add(Directive directive) {
        namespaces.add(directive.getName());
        DirectiveArguments arguments = new DirectiveArguments(directive, "schema");
        String url = arguments.text(directive.getName().equals("core") ? "feature" : "url");
        if (url == null || !url.startsWith(APOLLO)) {
            return;
        }
        String spec = url.substring(APOLLO.length()).split("/", 2)[0];
        String prefix = arguments.text("as");
        prefixes.put(spec, prefix == null ? spec : prefix);
        namespaces.add(prefix == null ? spec : prefix);
        if (directive.getArgument("import") != null
                && directive.getArgument("import").getValue() instanceof ArrayValue array) {
            array.getValues().forEach(this::addImport);
        }
    }

    private void addImport(Value<?> value) {
        switch (value) {
            case StringValue name -> addImport(name.getValue(), name.getValue());
            case ObjectValue renamed -> {
                String name = field(renamed, "name");
                String as = field(renamed, "as");
                if (name != null) {
                    addImport(name, as == null ? name : as);
                }
            }
            default -> {
                // Other values are no imports by the link specification, so nothing bears their name.
            }
        }
    }

    private void addImport(String name, String as) {
        imports.put(name, name.startsWith("@") && !as.startsWith("@") ? "@" + as : as);
    }

    private static @Nullable String field(ObjectValue value, String name) {
        for (ObjectField field : value.getObjectFields()) {
            if (field.getName().equals(name) && field.getValue() instanceof StringValue text) {
                return text.getValue();
            }
        }
        return null;
    }
}
