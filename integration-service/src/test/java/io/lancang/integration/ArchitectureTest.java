package io.lancang.integration;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.lancang.kit.fixture.HouseRules;

@AnalyzeClasses(packages = "io.lancang.integration", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule PACKAGES_FORM_NO_CYCLE = HouseRules.packagesFormNoCycle("io.lancang.integration");

    @ArchTest
    static final ArchRule KNOWS_NO_OTHER_APPLICATION = HouseRules.knowsNothingOf(
            "io.lancang.integration",
            "io.lancang.trade..",
            "io.lancang.corridor..",
            "io.lancang.gateway..",
            "io.lancang.federation..",
            "io.lancang.standalone..");

    @ArchTest
    static final ArchRule REPOSITORIES_ASK_THE_DATABASE = HouseRules.repositoriesAskTheDatabase();

    @ArchTest
    static final ArchRule STATIC_FIELDS_SURVIVE_A_NATIVE_IMAGE = HouseRules.staticFieldsSurviveANativeImage();

    @ArchTest
    static final ArchRule BATCHED_FIELDS_SURVIVE_A_NATIVE_IMAGE = HouseRules.batchedFieldsSurviveANativeImage();

    @ArchTest
    static final ArchRule NO_FIELD_KEEPS_AN_OPTIONAL = HouseRules.noFieldKeepsAnOptional();
}
