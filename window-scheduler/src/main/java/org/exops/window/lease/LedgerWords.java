package org.exops.window.lease;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.exops.window.enforcement.model.Enforcement;
import org.exops.window.enforcement.model.Enforcement.Kind;
import org.exops.window.lease.model.Admission;
import org.exops.window.lease.model.Approval;
import org.exops.window.lease.model.Change;
import org.exops.window.lease.model.Lease;

/** What the ledger says of a change. */
final class LedgerWords {
    private LedgerWords() {}

    static List<Enforcement> of(Change change) {
        Admission after = change.after();
        List<Enforcement> entries = new ArrayList<>();
        for (Approval approval : change.newApprovals()) {
            entries.add(entry(after, Kind.APPROVED, approved(after, approval)));
        }
        if (change.isTransition()) {
            entries.add(entry(after, kind(after), facts(change)));
        }
        return entries;
    }

    private static Enforcement entry(Admission admission, Kind kind, Map<String, Object> facts) {
        return new Enforcement(
                admission.experiment().surface().value(),
                kind,
                new Enforcement.Subject(admission.id(), admission.experiment().key()),
                facts);
    }

    private static Kind kind(Admission admission) {
        return switch (admission.status()) {
            case QUEUED -> Kind.QUEUED;
            case GRANTED -> Kind.GRANTED;
            case SUSPENDED -> Kind.SUSPENDED;
            case RELEASED -> Kind.RELEASED;
            case DENIED -> Kind.DENIED;
        };
    }

    private static Map<String, Object> approved(Admission admission, Approval approval) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("revision", admission.revision());
        facts.put("by", approval.by());
        if (approval.team() != null) {
            facts.put("team", approval.team());
        }
        return facts;
    }

    private static Map<String, Object> facts(Change change) {
        Admission admission = change.after();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("revision", admission.revision());
        facts.put("team", admission.experiment().team());
        facts.put("tier", admission.experiment().terms().tier().name());
        facts.put("requestedBy", admission.request().by());
        facts.put("requestedAt", admission.request().at());
        facts.put("approvedBy", admission.approvals().stream().map(Approval::by).toList());
        facts.put("reasons", change.reasons());
        Lease lease = admission.lease();
        if (lease != null) {
            facts.put("slot", lease.slot().number());
            facts.put("fencingToken", lease.fencingToken());
            facts.put("from", lease.from());
            facts.put("until", lease.until());
        }
        return facts;
    }
}
