package org.exops.registry.experiment.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.exops.registry.variant.model.Variant;
import org.exops.registry.variant.model.VariantContent;
import org.exops.registry.variant.model.VariantContent.McpServer;
import org.exops.registry.variant.model.VariantContent.Tool;
import org.exops.registry.variant.model.VariantRole;
import org.jspecify.annotations.Nullable;

/** What the variants of an experiment must be, together and each. */
final class VariantRules {
    private static final String AT = "/variants";
    private static final BigInteger LARGEST_EXACT = BigInteger.ONE.shiftLeft(53);

    private VariantRules() {}

    static void check(List<Variant> variants, Breaches breaches) {
        long controls = variants.stream()
                .filter(variant -> variant.plays(VariantRole.CONTROL))
                .count();
        breaches.unless(controls == 1, AT, "must have exactly one CONTROL; there are " + controls);
        breaches.unless(
                variants.stream().anyMatch(variant -> variant.plays(VariantRole.TREATMENT)),
                AT,
                "must have at least one TREATMENT");
        breaches.unless(variants.size() <= 10, AT, "must not have more than 10 entries");
        breaches.unlessDistinct(variants.stream().map(Variant::name).toList(), AT, "/name");
        for (int i = 0; i < variants.size(); i++) {
            check(variants.get(i), AT + "/" + i, breaches);
        }
    }

    private static void check(Variant variant, String pointer, Breaches breaches) {
        breaches.unlessMatching(
                variant.name(), Syntax.VARIANT, pointer + "/name", "must be 1 to 32 letters, digits, '.', '_' or '-'");
        VariantContent content = variant.content();
        breaches.unless(content.configuresSomething(), pointer, "must have a prompt, a model or a workflow");
        if (content.prompt() != null) {
            checkHash(content.prompt().sha256(), pointer + "/prompt/sha256", breaches);
        }
        if (content.model() != null) {
            checkNumbers(content.model().parameters(), pointer + "/model/parameters", breaches);
        }
        checkNumbers(content.payload(), pointer + "/payload", breaches);
        checkServers(content.mcpServers(), pointer + "/mcpServers", breaches);
        new VariantSizes(breaches).check(content, pointer);
    }

    private static void checkServers(List<McpServer> servers, String list, Breaches breaches) {
        breaches.unlessDistinct(servers.stream().map(McpServer::name).toList(), list, "/name");
        for (int i = 0; i < servers.size(); i++) {
            McpServer server = servers.get(i);
            String pointer = list + "/" + i;
            breaches.unless(
                    server.url() != null || server.packageDigest() != null,
                    pointer,
                    "must have a packageDigest or a url, so that it is one certain server");
            checkTools(server.tools(), pointer + "/tools", breaches);
        }
    }

    private static void checkTools(List<Tool> tools, String list, Breaches breaches) {
        breaches.unlessDistinct(tools.stream().map(Tool::name).toList(), list, "/name");
        for (int i = 0; i < tools.size(); i++) {
            Tool tool = tools.get(i);
            breaches.unless(
                    !(tool.readOnly() && tool.destructive()),
                    list + "/" + i + "/destructive",
                    "a tool that only reads destroys nothing");
            checkHash(tool.definitionSha256(), list + "/" + i + "/definitionSha256", breaches);
        }
    }

    private static void checkHash(@Nullable String hash, String pointer, Breaches breaches) {
        if (hash != null) {
            breaches.unlessMatching(hash, Syntax.SHA256, pointer, "must be 64 hexadecimal digits in lower case");
        }
    }

    // RFC 8785 knows numbers as doubles only: two integers that round to one double would share a digest.
    private static void checkNumbers(@Nullable Object json, String pointer, Breaches breaches) {
        if (json instanceof Map<?, ?> object) {
            object.forEach((name, value) -> checkNumbers(value, pointer + "/" + name, breaches));
        } else if (json instanceof List<?> array) {
            for (int i = 0; i < array.size(); i++) {
                checkNumbers(array.get(i), pointer + "/" + i, breaches);
            }
        } else if (json instanceof Number number) {
            breaches.unless(isExact(number), pointer, "the number is too large to be exact; write it as a text");
        }
    }

    private static boolean isExact(Number number) {
        if (number instanceof Double || number instanceof Float) {
            return Double.isFinite(number.doubleValue());
        }
        BigInteger whole = new BigDecimal(number.toString()).toBigInteger();
        return whole.abs().compareTo(LARGEST_EXACT) <= 0;
    }
}
