package org.exops.local.launcher.token;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** {@code deploy/local/token}: prints a signed token on standard output, and nothing else. */
public final class TokenCommand {
    private static final String HELP = """
            Usage: deploy/local/token --user NAME --team TEAM --roles ROLE[,ROLE...] [--ttl PT12H]
            Prints a token that the local stack takes. Roles: viewer, experimenter, approver, ingestor, operator.

              curl -H "Authorization: Bearer $(deploy/local/token --user alice --team support --roles viewer)" \\
                http://localhost:8080/api/v1/experiments
            """;

    private TokenCommand() {}

    public static void main(String[] arguments) {
        Path state = Path.of(System.getProperty("exops.state", "deploy/local/.state"));
        System.exit(run(List.of(arguments), state, System.out, System.err));
    }

    /** The exit code: 0 when a token or the help was printed. */
    static int run(List<String> arguments, Path state, PrintStream out, PrintStream err) {
        if (arguments.contains("--help") || arguments.contains("-h")) {
            out.print(HELP);
            return 0;
        }
        try {
            TokenRequest request = TokenRequest.parse(arguments);
            out.println(new LocalTokens(SigningKey.in(state), Clock.systemUTC()).sign(request));
            return 0;
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            return 2;
        }
    }
}
