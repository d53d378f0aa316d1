package org.exops.scoring.decision.model;

import org.exops.scoring.statistics.model.McNemar;
import org.exops.scoring.statistics.model.Published;

/** Step 2. An arm that loses cases more often than the other hides its failures: exact McNemar, p &lt; 0.001. */
final class LostCasesStep implements ExperimentStep {
    @Override
    public Ruling rule(Docket docket) {
        double smallest = 1;
        for (String treatment : docket.plan().scope().treatments()) {
            Evidence.Pairing pairing = docket.evidence()
                    .pair(docket.plan().scope().control(), treatment)
                    .pairing();
            double p = Published.of(McNemar.pValue(pairing.missingInControl(), pairing.missingInTreatment()));
            smallest = StrictMath.min(smallest, p);
            if (p < Rules.LOST_CASES_P) {
                return refused(docket, treatment, pairing, p);
            }
        }
        return Ruling.passed("VALIDITY", "lost cases p " + Wording.number(smallest), threshold());
    }

    private static Ruling refused(Docket docket, String treatment, Evidence.Pairing pairing, double p) {
        Reason reason = new Reason(
                "CASES_LOST",
                "The control lacks " + Wording.count(pairing.missingInControl()) + " cases and " + treatment + " lacks "
                        + Wording.count(pairing.missingInTreatment()) + ": not by chance (p " + Wording.number(p)
                        + ", limit " + Wording.number(Rules.LOST_CASES_P) + ")");
        return Validity.refused(docket, "lost cases p " + Wording.number(p), threshold(), reason);
    }

    private static String threshold() {
        return "p at least " + Wording.number(Rules.LOST_CASES_P);
    }
}
