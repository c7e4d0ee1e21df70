package org.breakwater.desktop;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import javafx.application.Platform;
import org.junit.jupiter.api.Test;

/// The directions between the program's parts.
class ArchitectureTest {

    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("org.breakwater.core", "org.breakwater.adapters", "org.breakwater.desktop");

    @Test
    void featuresReachTheWorldThroughCoreAlone() {
        noClasses()
                .that()
                .resideInAPackage("org.breakwater.desktop..")
                .and()
                .resideOutsideOfPackage("org.breakwater.desktop.boot..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.breakwater.adapters..",
                        "org.breakwater.contracts..",
                        "org.web3j..",
                        "okhttp3..",
                        "java.sql..")
                .because("only the composition root knows what stands behind a port")
                .check(PROGRAM);
    }

    @Test
    void adaptersKnowNoWindow() {
        noClasses()
                .that()
                .resideInAPackage("org.breakwater.adapters..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.breakwater.desktop..", "org.breakwater.cli..", "javafx..")
                .because("adapters serve the command line as well")
                .check(PROGRAM);
    }

    @Test
    void featuresDoNotKnowEachOther() {
        slices().matching("org.breakwater.desktop.feature.(*)..")
                .should()
                .notDependOnEachOther()
                .allowEmptyShould(true)
                .because("they meet in core or through the router")
                .check(PROGRAM);
    }

    @Test
    void viewModelsKnowNoNodes() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("ViewModel")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx.scene..", "javafx.stage..", "org.controlsfx..", "atlantafx..")
                .because("a view model is tested on a plain thread")
                .check(PROGRAM);
    }

    @Test
    void thereIsOneDoorToTheToolkitsThread() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.breakwater.desktop.fx..")
                .should()
                .callMethod(Platform.class, "runLater", Runnable.class)
                .because("FxThread is that door")
                .check(PROGRAM);
    }

    @Test
    void keysStayWithTheSigners() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "org.breakwater.adapters.signer..",
                        "org.breakwater.adapters.localnet..",
                        "org.breakwater.adapters.ethereum..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.web3j.crypto..")
                .because("no key leaves the signer")
                .check(PROGRAM);
    }

    @Test
    void onlyBootSpeaksToTheTerminal() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..boot..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .because("what a person sees goes through a window or a command")
                .check(PROGRAM);
    }

    @Test
    void partsAreHandedOverInConstructors() {
        NO_CLASSES_SHOULD_USE_FIELD_INJECTION.check(PROGRAM);
    }

    @Test
    void screensAreWrittenInCode() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx.fxml..", "javafx.scene.web..")
                .because("screens are Java code, and nothing remote runs in this program")
                .check(PROGRAM);
    }
}
