package org.exops.registry.experiment.http;

import org.exops.kit.concurrency.ETags;
import org.exops.registry.experiment.model.Experiment;
import org.exops.registry.experiment.model.Ruling;
import org.jboss.resteasy.reactive.RestResponse;

/** Answers that carry the revision to match next time. */
final class Answers {
    private Answers() {}

    static RestResponse<ExperimentView> tagged(ExperimentView view) {
        return RestResponse.ResponseBuilder.ok(view)
                .header("ETag", ETags.of(view.revision()))
                .build();
    }

    static RestResponse<ExperimentView> of(Ruling<Experiment> ruling) {
        return ruling.fold(experiment -> tagged(ExperimentView.of(experiment)), refusal -> {
            throw refusal.fold(RefusalProblems.PROBLEMS);
        });
    }
}
