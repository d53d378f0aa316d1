package org.exops.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every rule passes a small service of the right shape, and fails once one offence is planted in it. */
class ArchitectureRulesTest {
    private static final ArchitectureRules RULES =
            ArchitectureRules.of("org.exops.registry").modelMayKnow("org.exops.kit.digest..");

    private final Map<String, String> sources = new LinkedHashMap<>();

    @TempDir
    Path directory;

    ArchitectureRulesTest() {
        plant("org.exops.kit.digest.Digest", "public class Digest {}");
        plant(
                "org.exops.kit.transaction.Transactions",
                "public class Transactions { public void inTransaction(Runnable work) { work.run(); } }");
        plant(
                "org.exops.kit.clock.SystemClock",
                "public class SystemClock { public java.time.Clock clock() { return java.time.Clock.systemUTC(); } }");
        plant("org.exops.registry.experiment.model.Experiment", """
                public record Experiment(String[] names, int[] counts, java.util.List<org.exops.kit.digest.Digest> digests) {
                    public java.time.Instant seen(java.time.Clock clock) { return java.time.Instant.now(clock); }
                }
                """);
        plant(
                "org.exops.registry.experiment.Experiments",
                "public interface Experiments { void store(org.exops.registry.experiment.model.Experiment it); }");
        plant("org.exops.registry.experiment.ExperimentRegistry", """
                public class ExperimentRegistry {
                    private final org.exops.kit.transaction.Transactions transactions;
                    private final Experiments experiments;
                    ExperimentRegistry(org.exops.kit.transaction.Transactions transactions, Experiments experiments) {
                        this.transactions = transactions;
                        this.experiments = experiments;
                    }
                    public void register(org.exops.registry.experiment.model.Experiment it) {
                        transactions.inTransaction(() -> experiments.store(it));
                    }
                }
                """);
        plant("org.exops.registry.experiment.http.ExperimentResource", """
                public class ExperimentResource {
                    private final org.exops.registry.experiment.ExperimentRegistry registry;
                    ExperimentResource(org.exops.registry.experiment.ExperimentRegistry registry) { this.registry = registry; }
                    public long elapsed() { return System.nanoTime(); }
                }
                """);
        plant("org.exops.registry.experiment.store.PgExperiments", """
                public class PgExperiments implements org.exops.registry.experiment.Experiments {
                    private final DatabaseRow row = new DatabaseRow("base");
                    public void store(org.exops.registry.experiment.model.Experiment it) {}
                    record DatabaseRow(String baseline) {}
                }
                """);
    }

    @Test
    void a_service_of_the_right_shape_passes() {
        JavaClasses service = compile();
        for (ArchRule rule : RULES.all()) {
            assertThatCode(() -> rule.check(service)).as(rule.getDescription()).doesNotThrowAnyException();
        }
    }

    @Test
    void the_model_knows_only_java_and_what_its_service_allows() {
        plant("org.exops.kit.json.EventJson", "public class EventJson {}");
        plant("org.exops.registry.experiment.model.Draft", "record Draft(org.exops.kit.json.EventJson json) {}");
        assertOffence(RULES.modelKnowsOnlyJava(), "EventJson");
    }

    @Test
    void the_model_knows_no_front_door() {
        plant(
                "org.exops.registry.experiment.model.Draft",
                "record Draft(org.exops.registry.experiment.Experiments all) {}");
        assertOffence(RULES.modelKnowsOnlyJava(), "Experiments");
    }

    @Test
    void nobody_outside_reaches_into_an_adapter() {
        plant(
                "org.exops.registry.experiment.Shortcut",
                "class Shortcut { Object it() { return new org.exops.registry.experiment.store.PgExperiments(); } }");
        assertOffence(RULES.nobodyReachesIntoAnAdapter(), "Shortcut");
    }

    @Test
    void adapters_ignore_each_other() {
        plant(
                "org.exops.registry.experiment.http.Shortcut",
                "class Shortcut { org.exops.registry.experiment.store.PgExperiments[] all; }");
        assertOffence(RULES.adaptersIgnoreEachOther(), "Shortcut");
    }

    @Test
    void features_form_no_cycle() {
        plant(
                "org.exops.registry.review.Review",
                "public class Review { org.exops.registry.experiment.Experiments experiments; }");
        plant(
                "org.exops.registry.experiment.Reviewed",
                "public class Reviewed { org.exops.registry.review.Review review; }");
        assertOffence(RULES.featuresFormNoCycle(), "Cycle detected");
    }

    @Test
    void a_resource_opens_no_transaction_by_annotation() {
        plant(
                "io.quarkus.hibernate.reactive.panache.common.WithTransaction",
                "@java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME) public @interface WithTransaction {}");
        plant(
                "org.exops.registry.experiment.http.Eager",
                "class Eager { @io.quarkus.hibernate.reactive.panache.common.WithTransaction void create() {} }");
        assertOffence(RULES.onlyFrontDoorsOpenTransactions(), "Eager");
    }

    @Test
    void a_store_opens_no_transaction_of_the_kit() {
        plant(
                "org.exops.registry.experiment.store.Eager",
                "class Eager { Eager(org.exops.kit.transaction.Transactions transactions) {} }");
        assertOffence(RULES.onlyFrontDoorsOpenTransactions(), "Eager");
    }

    @Test
    void a_listener_opens_no_transaction_by_a_call() {
        plant("org.exops.kit.pool.Pool", "public class Pool { public void withTransaction(Runnable work) {} }");
        plant(
                "org.exops.registry.experiment.kafka.Eager",
                "class Eager { void on(org.exops.kit.pool.Pool pool) { pool.withTransaction(() -> {}); } }");
        assertOffence(RULES.onlyFrontDoorsOpenTransactions(), "Eager");
    }

    @Test
    void nobody_uses_jta() {
        plant(
                "jakarta.transaction.Transactional",
                "@java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME) public @interface Transactional {}");
        plant(
                "org.exops.registry.experiment.Blocking",
                "class Blocking { @jakarta.transaction.Transactional void create() {} }");
        assertOffence(RULES.noJta(), "Blocking");
    }

    @Test
    void nobody_has_injected_fields() {
        plant(
                "org.exops.registry.experiment.Injected",
                "class Injected { @jakarta.inject.Inject java.time.Clock clock; }");
        assertOffence(RULES.noFieldInjection(), "clock");
    }

    @Test
    void nobody_asks_the_machine_for_the_time() {
        List<String> offences = List.of(
                "java.time.Instant.now()",
                "java.time.LocalDate.now()",
                "java.time.ZonedDateTime.now(java.time.ZoneOffset.UTC)",
                "System.currentTimeMillis()",
                "java.time.Clock.systemUTC()",
                "new java.util.Date()",
                "(java.util.function.Supplier<Object>) java.time.Instant::now");
        for (int i = 0; i < offences.size(); i++) {
            plant(
                    "org.exops.registry.experiment.Late" + i,
                    "class Late%d { Object now() { return %s; } }".formatted(i, offences.get(i)));
        }
        JavaClasses service = compile();
        for (int i = 0; i < offences.size(); i++) {
            String offender = "Late" + i;
            assertThatThrownBy(() -> RULES.timeComesFromAClock().check(service))
                    .as(offences.get(i))
                    .hasMessageContaining(offender);
        }
    }

    @Test
    void no_service_depends_on_another() {
        plant("org.exops.scoring.verdict.Verdict", "public class Verdict {}");
        plant("org.exops.registry.review.Review", "public class Review { org.exops.scoring.verdict.Verdict verdict; }");
        assertOffence(RULES.noServiceDependsOnAnother(), "Verdict");
    }

    @Test
    void no_name_has_a_word_that_says_nothing() {
        List<String> names =
                List.of("PoolManager", "DateUtil", "RunDTO", "ExperimentDao", "BaseView", "StoreImpl", "Helpers");
        names.forEach(name -> plant("org.exops.registry.experiment." + name, "class " + name + " {}"));
        JavaClasses service = compile();
        for (String name : names) {
            assertThatThrownBy(() -> RULES.namesSayWhatAClassIs().check(service))
                    .hasMessageContaining("." + name);
        }
    }

    @Test
    void no_method_processes_or_handles() {
        plant("org.exops.registry.experiment.Vague", "class Vague { void handle() {} }");
        assertOffence(RULES.methodsAreVerbsOfTheDomain(), "Vague");
    }

    @Test
    void a_service_without_classes_is_no_success() {
        assertThatThrownBy(() -> ArchitectureRules.of("org.exops.nowhere").check())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("org.exops.nowhere");
    }

    private void plant(String name, String source) {
        int dot = name.lastIndexOf('.');
        sources.put(name, "package " + name.substring(0, dot) + ";\n" + source);
    }

    private void assertOffence(ArchRule rule, String culprit) {
        JavaClasses service = compile();
        assertThatThrownBy(() -> rule.check(service))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(culprit);
    }

    private JavaClasses compile() {
        List<String> arguments = new ArrayList<>(List.of(
                "-proc:none", "-nowarn", "-d", directory.toString(), "-cp", System.getProperty("java.class.path")));
        sources.forEach((name, source) -> arguments.add(write(name, source)));
        int result = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        assertThat(result).as("the planted sources compile").isZero();
        return new ClassFileImporter().importPath(directory);
    }

    private String write(String name, String source) {
        try {
            Path file = directory.resolve("sources").resolve(name.replace('.', '/') + ".java");
            Path parent = Files.createDirectories(file.getParent());
            return Files.writeString(parent.resolve(file.getFileName()), source).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
