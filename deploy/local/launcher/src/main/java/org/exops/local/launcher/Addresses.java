package org.exops.local.launcher;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.exops.local.launcher.address.Endpoint;
import org.exops.local.launcher.service.Service;

/** Where everything is, and how to go on by hand. */
final class Addresses {
    private Addresses() {}

    static String of(StartOptions options) {
        String gateway = options.ports().url(Endpoint.GATEWAY);
        String services = Arrays.stream(Service.values())
                .map(service -> "  %-20s %s/q/openapi"
                        .formatted(service.module(), options.ports().url(service.endpoint())))
                .collect(Collectors.joining("\n"));
        return """

                Everything is at %s. Each service documents itself at its own address:
                %s
                Logs are in %s.

                Go on by hand:
                  TOKEN=$(deploy/local/token --user alice --team support --roles experimenter)
                  curl -H "Authorization: Bearer $TOKEN" %s/api/v1/experiments
                  curl -H "Authorization: Bearer $TOKEN" "%s/api/v1/knowledge?q=refund"

                Ctrl-C stops everything; what you did stays for the next start.""".formatted(gateway, services, options.state().resolve("logs"), gateway, gateway);
    }
}
