package io.lancang.federation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Random;
import java.util.concurrent.ExecutorService;

/** The rules of the house that concern this module. */
@AnalyzeClasses(packages = "io.lancang.federation", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule LAYERS_POINT_DOWN_ONLY = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("error")
            .definedBy("io.lancang.federation.error..")
            .layer("fieldset")
            .definedBy("io.lancang.federation.fieldset..")
            .layer("sdl")
            .definedBy("io.lancang.federation.sdl..")
            .layer("supergraph")
            .definedBy("io.lancang.federation.supergraph..")
            .layer("operation")
            .definedBy("io.lancang.federation.operation..")
            .layer("plan")
            .definedBy("io.lancang.federation.plan..")
            .layer("cost")
            .definedBy("io.lancang.federation.cost..")
            .layer("values")
            .definedBy("io.lancang.federation")
            .layer("compile")
            .definedBy("io.lancang.federation.execute.compile..")
            .layer("run")
            .definedBy("io.lancang.federation.execute.run..")
            .layer("execute")
            .definedBy("io.lancang.federation.execute.(answer|introspection|request|tree)..")
            .layer("engine")
            .definedBy("io.lancang.federation.engine..")
            .whereLayer("engine")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("run")
            .mayOnlyBeAccessedByLayers("engine")
            .whereLayer("compile")
            .mayOnlyBeAccessedByLayers("run", "engine")
            .whereLayer("execute")
            .mayOnlyBeAccessedByLayers("compile", "run", "engine")
            .whereLayer("cost")
            .mayOnlyBeAccessedByLayers("run", "engine")
            .whereLayer("plan")
            .mayOnlyBeAccessedByLayers("cost", "execute", "compile", "run", "engine")
            .whereLayer("operation")
            .mayOnlyBeAccessedByLayers("plan", "cost", "execute", "compile", "run", "engine")
            .whereLayer("supergraph")
            .mayOnlyBeAccessedByLayers("operation", "plan", "cost", "execute", "compile", "run", "engine")
            .whereLayer("fieldset")
            .mayOnlyBeAccessedByLayers("supergraph", "plan")
            .whereLayer("fieldset")
            .mayNotAccessAnyLayer()
            .whereLayer("sdl")
            .mayOnlyBeAccessedByLayers("supergraph", "plan")
            .whereLayer("sdl")
            .mayNotAccessAnyLayer()
            .whereLayer("values")
            .mayOnlyAccessLayers("error");

    @ArchTest
    static final ArchRule COMPOSITION_STANDS_ALONE = noClasses()
            .that()
            .resideInAPackage("io.lancang.federation.compose..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.lancang.federation.operation..",
                    "io.lancang.federation.plan..",
                    "io.lancang.federation.execute..",
                    "io.lancang.federation.engine..");

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("io.lancang.federation.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule A_LIBRARY_KNOWS_NO_SERVER = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.quarkus..", "io.vertx..", "io.netty..", "jakarta..", "com.sun.net.httpserver..");

    /** A native image would freeze them at build time. */
    @ArchTest
    static final ArchRule NOTHING_LIVES_IN_STATIC_FIELDS = fields().that()
            .areStatic()
            .should(notHold(Random.class, Thread.class, Socket.class, ServerSocket.class, ExecutorService.class));

    @ArchTest
    static final ArchRule EVERY_PACKAGE_STATES_ITS_NULLNESS = classes().should(resideInANullMarkedPackage());

    private static ArchCondition<JavaField> notHold(Class<?>... types) {
        return new ArchCondition<>("not hold what must not exist before run time") {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                for (Class<?> type : types) {
                    if (field.getModifiers().contains(JavaModifier.STATIC)
                            && field.getRawType().isAssignableTo(type)) {
                        events.add(SimpleConditionEvent.violated(
                                field, field.getFullName() + " is a static " + type.getName()));
                    }
                }
            }
        };
    }

    private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
        return new ArchCondition<>("reside in a package that is @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked");
                if (!marked && !type.getSimpleName().equals("package-info")) {
                    events.add(SimpleConditionEvent.violated(
                            type, type.getFullName() + " is in a package without @NullMarked"));
                }
            }
        };
    }
}
