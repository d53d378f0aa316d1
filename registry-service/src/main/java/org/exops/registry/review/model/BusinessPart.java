package org.exops.registry.review.model;

import java.util.ArrayList;
import java.util.List;
import org.exops.registry.experiment.model.Business;
import org.exops.registry.experiment.model.Configuration;
import org.exops.registry.review.model.Review.Section;
import org.exops.registry.verdict.model.TreatmentOutcome;
import org.exops.registry.verdict.model.Verdict;
import org.jspecify.annotations.Nullable;

/** What the result is worth, in the words and the money of those who asked. */
record BusinessPart(Configuration configuration, @Nullable Verdict verdict) {

    Section section() {
        Business business = configuration.business();
        List<String> lines = new ArrayList<>();
        lines.add("Outcome: " + business.outcome() + ", worth " + Figures.usd(business.valuePerSuccessUsd())
                + " per success");
        lines.add("A score below " + Figures.format("%.4f", business.minimumWorthwhileScore())
                + " is not worth having, however significant");
        lines.add("Reference cost " + Figures.usd(business.referenceCostUsd()) + " and risk budget "
                + Figures.usd(business.riskBudgetUsd()) + " per case");
        if (verdict != null) {
            verdict.comparisons().stream()
                    .filter(outcome -> outcome.score() != null)
                    .map(this::worth)
                    .forEach(lines::add);
        }
        return new Section("Business meaning", lines);
    }

    private String worth(TreatmentOutcome outcome) {
        double score = outcome.score() == null ? 0 : outcome.score().value();
        double money = score * configuration.business().valuePerSuccessUsd().doubleValue();
        return outcome.variant()
                + " is worth "
                + Figures.format("%+.1f", 100 * score)
                + " successes per hundred cases net of cost and risk, that is "
                + Figures.format("%+.2f", 100 * money)
                + " USD";
    }
}
