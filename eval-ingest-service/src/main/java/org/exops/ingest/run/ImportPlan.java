package org.exops.ingest.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.exops.ingest.experiment.model.KnownExperiment;
import org.exops.ingest.run.format.EvalReader;
import org.exops.ingest.run.format.ImportOptions;
import org.exops.ingest.run.format.PromptfooReader;
import org.exops.ingest.run.format.VariantLabels;
import org.exops.ingest.run.model.CaseRules;
import org.exops.ingest.run.model.Observation;
import org.exops.kit.problem.ProblemException;
import org.exops.kit.problem.ProblemType;
import org.exops.kit.problem.Violation;
import org.jspecify.annotations.Nullable;

/** Checks how a tool's file is to be read, and makes the reader for it. */
final class ImportPlan {
    private static final String PROMPTFOO = "promptfoo";
    private static final Set<String> FORMATS = Set.of(PROMPTFOO);

    private final ImportRequest request;
    private final VariantLabels labels;

    private ImportPlan(ImportRequest request, VariantLabels labels) {
        this.request = request;
        this.labels = labels;
    }

    /** Fails with 422 that names every parameter that breaks a rule. */
    static ImportPlan of(ImportRequest request) {
        List<Violation> violations = new ArrayList<>();
        name(violations, "experiment", request.experiment());
        name(violations, "variant", request.variant());
        name(violations, "runId", request.runId());
        name(violations, "cluster", request.cluster());
        name(violations, "evalSet", request.evalSet());
        if (request.evalSet() != null && !request.evalSet().matches("(?s).+@.+")) {
            violations.add(new Violation("/evalSet", "is NAME@VERSION"));
        }
        if ((request.variant() == null) == request.map().isEmpty()) {
            violations.add(new Violation("/variant", "either variant or map=LABEL:VARIANT says which variant it is"));
        }
        if (request.format() != null && !FORMATS.contains(request.format())) {
            throw ProblemException.at(
                    ProblemType.UNKNOWN_FORMAT, "/format", "is one of " + FORMATS + ", or absent to be recognised");
        }
        violations.addAll(pairs("metric", request.metric(), CaseRules.LONGEST_NAME - Observation.MAPPED.length()));
        VariantLabels labels = labels(violations, request);
        if (!violations.isEmpty()) {
            throw new ProblemException(ProblemType.INVALID_VALUE, "The query breaks rules", violations);
        }
        return new ImportPlan(request, labels);
    }

    Set<String> variants() {
        return labels.variants();
    }

    /** How variants were named: a part of the run's identity. */
    String variantsAsSent() {
        return request.variant() == null
                ? String.join(",", request.map().stream().sorted().toList())
                : request.variant();
    }

    /** What else decides about the observations that come out. */
    List<String> options() {
        List<String> options =
                new ArrayList<>(request.metric().stream().sorted().toList());
        options.add(request.cluster() == null ? "" : request.cluster());
        return options;
    }

    EvalReader reader(@Nullable KnownExperiment known) {
        String target = known == null
                ? null
                : known.plan().metrics().get(known.plan().target()).name();
        return new PromptfooReader(ImportOptions.of(labels, request.metric(), target, request.cluster()));
    }

    private static VariantLabels labels(List<Violation> violations, ImportRequest request) {
        if (request.variant() != null) {
            return VariantLabels.only(request.variant());
        }
        List<Violation> wrong = pairs("map", request.map(), CaseRules.LONGEST_NAME);
        violations.addAll(wrong);
        return wrong.isEmpty() ? VariantLabels.map(request.map()) : VariantLabels.only("");
    }

    private static List<Violation> pairs(String parameter, List<String> pairs, int longest) {
        List<Violation> wrong = new ArrayList<>();
        for (String pair : pairs) {
            int colon = pair.lastIndexOf(':');
            String value = pair.substring(colon + 1);
            if (colon <= 0 || !CaseRules.isName(value) || value.length() > longest || value.startsWith("@")) {
                wrong.add(new Violation("/" + parameter, "\"" + pair + "\" is not NAME:VALUE"));
            }
        }
        return wrong;
    }

    private static void name(List<Violation> violations, String parameter, @Nullable String value) {
        if (value != null && !CaseRules.isName(value)) {
            violations.add(new Violation("/" + parameter, "is 1 to " + CaseRules.LONGEST_NAME + " characters of text"));
        }
    }
}
