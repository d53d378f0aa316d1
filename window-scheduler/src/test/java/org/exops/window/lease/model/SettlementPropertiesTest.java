package org.exops.window.lease.model;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The invariants over random histories; a history is drawn from its seed, so that a failure can be had again. */
class SettlementPropertiesTest {
    private static final List<String> SURFACES = List.of("s", "s/a", "s/a/x", "s/b");

    @Property(tries = 300)
    void hold_through_any_history(@ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int steps) {
        Random random = new Random(seed);
        TreeFixture tree = new TreeFixture();
        List<Experiment> known = new ArrayList<>();
        Map<UUID, Long> tokens = new HashMap<>();
        for (int step = 0; step < steps; step++) {
            SurfaceTree before = tree.pass(Duration.ofHours(random.nextInt(48))).tree();
            act(tree, known, random);
            SurfaceTree after = tree.tree();
            slots_are_held_once(after);
            grants_respect_the_limit(before, after);
            relatives_tolerate_each_other(after);
            tokens_grow(after, tokens);
            settling_again_changes_nothing(after);
            nobody_waits_for_nothing(tree.settled());
        }
    }

    @Property(tries = 50)
    void whoever_waits_is_granted_within_the_ageing_bound(
            @ForAll @IntRange(min = 1, max = 5) int arrivalsPerDay, @ForAll PriorityClass priority) {
        TreeFixture tree = new TreeFixture();
        Experiment patient =
                ExperimentFixture.anExperiment("patient").priority(priority).build();
        tree.request(holding(tree, 0, "holder"), patient);
        for (int day = 1; day <= 15 + arrivalsPerDay && tree.status(patient) == AdmissionStatus.QUEUED; day++) {
            for (int n = 0; n < arrivalsPerDay; n++) {
                Experiment fix = holding(tree, day, "fix-%d-%d".formatted(day, n));
                tree.request(fix).approve(fix, "bob", "risk");
            }
            tree.pass(Duration.ofDays(1));
        }
        // Two classes up take 14 days; from then on only those who came before it in its class are served first.
        assertThat(tree.status(patient)).isEqualTo(AdmissionStatus.GRANTED);
        int classesUp = priority == PriorityClass.EXPLORATORY ? 2 : 1;
        assertThat(requireNonNull(tree.admission(patient).lease()).from())
                .as("not before it aged: fixes came daily")
                .isAfter(TreeFixture.START.plus(Duration.ofDays(7L * classesUp - 1)));
    }

    // A confirmed safety fix whose plan ends within a day of its grant, so that capacity frees daily.
    private static Experiment holding(TreeFixture tree, int day, String key) {
        return ExperimentFixture.anExperiment(key)
                .priority(PriorityClass.SAFETY_FIX)
                .until(TreeFixture.START.plus(Duration.ofDays(day + 1L)))
                .build();
    }

    private static void act(TreeFixture tree, List<Experiment> known, Random random) {
        int choice = known.isEmpty() ? 0 : random.nextInt(10);
        Experiment one = known.isEmpty() ? null : known.get(random.nextInt(known.size()));
        if (one == null || choice < 4) {
            Experiment experiment = draw(tree, known.size(), random);
            known.add(experiment);
            tree.request(experiment);
        } else if (choice < 6) {
            tree.release(one);
        } else if (choice == 6) {
            tree.request(one);
        } else if (choice == 7) {
            int limit = 1 + random.nextInt(3);
            tree.surface(SURFACES.get(random.nextInt(4)), limit, random.nextInt(limit + 1));
        } else if (choice == 8) {
            tree.approve(one, "bob", random.nextBoolean() ? "support" : "growth");
        } else {
            tree.learn(new Experiment(
                    one.id(),
                    one.key(),
                    one.team(),
                    one.surface(),
                    new Terms(
                            RiskTier.HIGH,
                            one.terms().priority(),
                            one.terms().sharing(),
                            one.terms().deadline()),
                    one.owners(),
                    random.nextBoolean() ? Ending.WITHDRAWN : null));
        }
    }

    private static Experiment draw(TreeFixture tree, int number, Random random) {
        ExperimentFixture drawn = ExperimentFixture.anExperiment("e" + number)
                .id(new UUID(random.nextLong(), random.nextLong()))
                .on(SURFACES.get(random.nextInt(SURFACES.size())))
                .of(random.nextInt(4) == 0 ? "growth" : "support")
                .tier(RiskTier.values()[random.nextInt(8) == 0 ? 2 : random.nextInt(2)])
                .priority(PriorityClass.values()[random.nextInt(3)])
                .until(tree.tree().now().plus(Duration.ofDays(1 + random.nextInt(40))));
        if (random.nextBoolean()) {
            drawn.overlapping();
        }
        if (random.nextBoolean()) {
            drawn.reaching("language", random.nextBoolean() ? "de" : "en");
        }
        return drawn.build();
    }

    private static List<Admission> holders(SurfaceTree tree) {
        return tree.admissions().values().stream()
                .filter(admission -> admission.status().holdsSlot())
                .toList();
    }

    private static void slots_are_held_once(SurfaceTree tree) {
        assertThat(holders(tree))
                .extracting(holder -> holder.experiment().surface() + "#"
                        + requireNonNull(holder.lease()).slot().number())
                .doesNotHaveDuplicates();
    }

    private static void grants_respect_the_limit(SurfaceTree before, SurfaceTree after) {
        for (Admission holder : holders(after)) {
            Admission earlier = before.admission(holder.id());
            if (earlier != null && earlier.status().holdsSlot()) {
                continue; // nothing that holds is revoked by a limit
            }
            long beside = holders(after).stream()
                    .filter(other -> other.experiment()
                            .surface()
                            .equals(holder.experiment().surface()))
                    .count();
            assertThat(beside)
                    .isLessThanOrEqualTo(
                            after.surface(holder.experiment().surface()).limit().maxConcurrent());
        }
        for (Admission holder : holders(before)) {
            Admission later = requireNonNull(after.admission(holder.id()));
            if (!later.status().holdsSlot()) {
                assertThat(later.reasons()).isNotEmpty();
            }
        }
    }

    private static void relatives_tolerate_each_other(SurfaceTree tree) {
        for (Admission one : holders(tree)) {
            for (Admission other : holders(tree)) {
                if (one.experiment().surface().isRelatedTo(other.experiment().surface())) {
                    assertThat(one.experiment()
                                    .terms()
                                    .sharing()
                                    .tolerates(other.experiment().terms().sharing()))
                            .isTrue();
                }
            }
        }
    }

    private static void tokens_grow(SurfaceTree tree, Map<UUID, Long> tokens) {
        for (Admission admission : tree.admissions().values()) {
            Lease lease = admission.lease();
            if (lease != null) {
                Long earlier = tokens.put(admission.id(), lease.fencingToken());
                assertThat(earlier == null || earlier <= lease.fencingToken()).isTrue();
            }
        }
        assertThat(tree.admissions().values().stream()
                        .filter(admission -> admission.lease() != null)
                        .map(admission -> admission.experiment().surface() + "#"
                                + requireNonNull(admission.lease()).fencingToken()))
                .doesNotHaveDuplicates();
    }

    private static void settling_again_changes_nothing(SurfaceTree tree) {
        assertThat(tree.settle().changesSince(tree)).isEmpty();
    }

    private static void nobody_waits_for_nothing(Settled settled) {
        settled.tree().admissions().values().stream()
                .filter(admission -> admission.status() == AdmissionStatus.QUEUED)
                .forEach(admission -> {
                    assertThat(settled.place(admission.id()).reasons()).isNotEmpty();
                    if (Integer.valueOf(1).equals(settled.place(admission.id()).position())) {
                        assertThat(settled.place(admission.id()).reasons())
                                .extracting(Reason::code)
                                .containsAnyOf(
                                        Reason.Code.CAPACITY, Reason.Code.HIGH_RISK_CAPACITY, Reason.Code.OVERLAP);
                    }
                });
    }
}
