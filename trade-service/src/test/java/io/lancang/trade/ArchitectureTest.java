package io.lancang.trade;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.lancang.kit.fixture.HouseRules;

@AnalyzeClasses(packages = "io.lancang.trade", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule PACKAGES_FORM_NO_CYCLE = HouseRules.packagesFormNoCycle("io.lancang.trade");

    @ArchTest
    static final ArchRule KNOWS_NO_OTHER_APPLICATION = HouseRules.knowsNothingOf(
            "io.lancang.trade",
            "io.lancang.corridor..",
            "io.lancang.gateway..",
            "io.lancang.federation..",
            "io.lancang.standalone..");

    @ArchTest
    static final ArchRule STATIC_FIELDS_SURVIVE_A_NATIVE_IMAGE = HouseRules.staticFieldsSurviveANativeImage();

    @ArchTest
    static final ArchRule NO_FIELD_KEEPS_AN_OPTIONAL = HouseRules.noFieldKeepsAnOptional();

    /** Whoever looks for a statement looks there (decision 29). */
    @ArchTest
    static final ArchRule REPOSITORIES_ASK_THE_DATABASE = fields().that()
            .haveRawType("io.vertx.mutiny.sqlclient.Pool")
            .should()
            .beDeclaredInClassesThat()
            .haveSimpleNameEndingWith("Repository");

    @ArchTest
    static final ArchRule BATCHED_FIELDS_SURVIVE_A_NATIVE_IMAGE = HouseRules.batchedFieldsSurviveANativeImage();
}
