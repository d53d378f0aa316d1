package org.exops.registry.review.model;

import java.time.LocalDate;
import java.util.List;
import org.exops.registry.baseline.model.Baseline;
import org.exops.registry.experiment.model.Admission;
import org.exops.registry.experiment.model.Experiment;
import org.exops.registry.experiment.model.PriorAttempt;
import org.exops.registry.verdict.model.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a review speaks of.
 *
 * @param verdict the one that was decided on, or the newest
 * @param attempts similar ones that concluded before
 * @param successors keys of experiments that revise this one
 * @param today tells which baselines are overdue
 */
public record ReviewSources(
        Experiment experiment,
        @Nullable Verdict verdict,
        List<Admission> admissions,
        List<PriorAttempt> attempts,
        List<String> successors,
        List<Baseline> baselines,
        LocalDate today) {}
