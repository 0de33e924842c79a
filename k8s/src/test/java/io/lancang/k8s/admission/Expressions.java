package io.lancang.k8s.admission;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelBuilder;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.extensions.CelExtensions;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelFunctionOverload;
import dev.cel.runtime.CelRuntime;
import java.util.Map;

/** Expressions in CEL about {@code self}, with functions for the forms of names and values in Kubernetes. */
final class Expressions {
    private static final String SELF = "self";

    private final Cel cel;

    Expressions() {
        CelBuilder builder = CelFactory.standardCelBuilder()
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addCompilerLibraries(CelExtensions.strings(), CelExtensions.lists())
                .addRuntimeLibraries(CelExtensions.strings(), CelExtensions.lists())
                .addVar(SELF, SimpleType.DYN);
        text(builder, "isLabel", Syntax::isLabel);
        text(builder, "isSubdomain", Syntax::isSubdomain);
        text(builder, "isServiceName", Syntax::isServiceName);
        text(builder, "isPortName", Syntax::isPortName);
        text(builder, "isQualifiedName", Syntax::isQualifiedName);
        text(builder, "isLabelValue", Syntax::isLabelValue);
        text(builder, "isVariable", Syntax::isVariable);
        text(builder, "isAbsolutePath", Syntax::isAbsolutePath);
        text(builder, "isRange", text -> Range.parse(text).isPresent());
        value(builder, "isPort", SimpleType.BOOL, Syntax::isPort);
        value(builder, "isPortNumber", SimpleType.BOOL, Syntax::isPortNumber);
        value(
                builder,
                "isQuantity",
                SimpleType.BOOL,
                each -> Syntax.amount(each).isPresent());
        value(
                builder,
                "quantity",
                SimpleType.DOUBLE,
                each -> Syntax.amount(each).orElseThrow().doubleValue());
        builder.addFunctionDeclarations(CelFunctionDecl.newFunctionDeclaration(
                        "isPartOf",
                        CelOverloadDecl.newGlobalOverload(
                                "isPartOf", SimpleType.BOOL, SimpleType.STRING, SimpleType.STRING)))
                .addFunctionBindings(
                        CelFunctionBinding.from("isPartOf", String.class, String.class, Expressions::isPartOf));
        this.cel = builder.build();
    }

    private static void text(CelBuilder builder, String name, CelFunctionOverload.Unary<String> function) {
        builder.addFunctionDeclarations(CelFunctionDecl.newFunctionDeclaration(
                        name, CelOverloadDecl.newGlobalOverload(name, SimpleType.BOOL, SimpleType.STRING)))
                .addFunctionBindings(CelFunctionBinding.from(name, String.class, function));
    }

    private static void value(
            CelBuilder builder, String name, CelType result, CelFunctionOverload.Unary<Object> function) {
        builder.addFunctionDeclarations(CelFunctionDecl.newFunctionDeclaration(
                        name, CelOverloadDecl.newGlobalOverload(name, result, SimpleType.DYN)))
                .addFunctionBindings(CelFunctionBinding.from(name, Object.class, function));
    }

    private static boolean isPartOf(String part, String whole) {
        return Range.parse(whole)
                .flatMap(range -> Range.parse(part).map(range::isMoreThan))
                .orElse(false);
    }

    /** Whether something holds for a value: of maps, lists, texts, numbers that are long or double, and booleans. */
    Condition compile(String expression) {
        try {
            CelRuntime.Program program =
                    cel.createProgram(cel.compile(expression).getAst());
            return self -> Boolean.TRUE.equals(program.eval(Map.of(SELF, self)));
        } catch (CelValidationException | CelEvaluationException failure) {
            throw new IllegalArgumentException(expression + " is no expression", failure);
        }
    }

    /** Judges a value. */
    interface Condition {
        boolean holds(Object self) throws CelEvaluationException;
    }
}
