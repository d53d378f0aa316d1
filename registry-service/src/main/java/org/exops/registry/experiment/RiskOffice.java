package org.exops.registry.experiment;

import jakarta.enterprise.context.ApplicationScoped;
import org.exops.registry.experiment.model.Configuration;
import org.exops.registry.experiment.model.Risk;
import org.exops.registry.experiment.model.RiskAssessment;
import org.exops.registry.variant.model.SideEffects;

/** Assesses risk as this installation is set up. */
@ApplicationScoped
class RiskOffice {
    private final RiskAssessment assessment;

    RiskOffice(RiskConfig config) {
        this.assessment = new RiskAssessment(new SideEffects(config.trustDeclared()));
    }

    Risk assess(Configuration configuration) {
        return assessment.assess(configuration);
    }
}
