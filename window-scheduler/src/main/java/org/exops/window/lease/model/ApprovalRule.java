package org.exops.window.lease.model;

import org.exops.window.surface.model.Surface;

/** Whose word counts for an admission. */
public enum ApprovalRule {
    COUNTS,
    /** The same approver said so before. */
    ALREADY,
    /** Four eyes: it is the approver's own. */
    OWN,
    /** The surface belongs to a team that is not the approver's. */
    OTHER_TEAM,
    /** It waits for no approval. */
    NOT_NEEDED;

    public static ApprovalRule judge(Admission admission, Surface surface, Approval approval) {
        if (admission.experiment().owners().contains(approval.by())
                || admission.request().by().equals(approval.by())) {
            return OWN;
        }
        if (admission.status() != AdmissionStatus.QUEUED) {
            return NOT_NEEDED;
        }
        if (admission.approvals().stream().anyMatch(earlier -> earlier.by().equals(approval.by()))) {
            return ALREADY;
        }
        boolean lacksOwners = admission.lacksOwnersApproval(surface);
        if (admission.isUnconfirmedSafetyFix() || (lacksOwners && isOwners(surface, approval))) {
            return COUNTS;
        }
        return lacksOwners ? OTHER_TEAM : NOT_NEEDED;
    }

    private static boolean isOwners(Surface surface, Approval approval) {
        return approval.team() != null && approval.team().equals(surface.team());
    }
}
