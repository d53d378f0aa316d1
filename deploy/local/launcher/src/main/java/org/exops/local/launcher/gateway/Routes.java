package org.exops.local.launcher.gateway;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.exops.local.launcher.service.Service;

/** Which service owns a path: by prefix alone, one owner each, as the ingress has it. */
final class Routes {
    private static final Map<Service, List<String>> OUTSIDE_API = Map.of(
            Service.INGEST, List.of("/v1/traces"),
            Service.SCHEDULER, List.of("/ofrep/v1"));

    private final Map<String, Service> byPrefix;

    Routes() {
        byPrefix = Stream.of(Service.values())
                .flatMap(service -> prefixes(service).map(prefix -> Map.entry(prefix, service)))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The owner of the raw path of a request, or nobody. */
    Optional<Service> owner(String path) {
        if (climbs(path)) {
            return Optional.empty();
        }
        return byPrefix.entrySet().stream()
                .filter(route -> path.equals(route.getKey()) || path.startsWith(route.getKey() + "/"))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Stream<String> prefixes(Service service) {
        return Stream.concat(
                service.resources().stream().map(resource -> "/api/v1/" + resource),
                OUTSIDE_API.getOrDefault(service, List.of()).stream());
    }

    // A service resolves /api/v1/experiments/../../../q/metrics to what the gateway must not show.
    private static boolean climbs(String path) {
        String decoded = path.toLowerCase(Locale.ROOT).replace("%2e", ".").replace("%2f", "/");
        return (decoded + "/").contains("/../") || (decoded + "/").contains("/./");
    }
}
