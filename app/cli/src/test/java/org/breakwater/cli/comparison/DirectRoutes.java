package org.breakwater.cli.comparison;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.breakwater.adapters.cast.Artifacts;
import org.breakwater.adapters.cast.Cast;
import tools.jackson.databind.JsonNode;

/// For each figure of a snapshot the call that answers with it directly, without the lens wherever a module has it.
final class DirectRoutes {

    private static final String GLOBAL = "0x" + "0".repeat(64);
    private static final int PAUSE_SCOPES = 8;

    private final Cast cast;
    private final JsonNode snapshot;
    private final Map<String, String> contracts = new HashMap<>();
    private final List<String> pools;

    /// @param deployment the deployment file
    DirectRoutes(Cast cast, JsonNode deployment, JsonNode snapshot) {
        this.cast = cast;
        this.snapshot = snapshot;
        for (var contract : deployment.required("contracts")) {
            contracts.put(
                    contract.required("name").asString(),
                    contract.required("address").asString());
        }
        pools = deployment
                .required("contracts")
                .valueStream()
                .filter(contract -> contract.required("name").asString().equals("RiskPool"))
                .map(contract -> contract.required("address").asString())
                .toList();
    }

    /// Whether a contract answers with a figure: a role's number and name stand in events alone.
    static boolean leadTo(Figures.Figure figure) {
        return !figure.section().equals("roles")
                || !List.of("role", "name").contains(figure.path().getFirst());
    }

    /// What the chain answers for a figure.
    String answer(Figures.Figure figure) {
        return switch (figure.section()) {
            case "pools" -> pool(figure.index(), figure.path());
            case "policies" -> policies(figure.path());
            case "incidents" -> incident(figure.index() + 1, figure.path());
            case "claims" -> claim(figure.index() + 1, figure.path());
            case "treasury" -> treasury(figure.path());
            case "parameters" -> parameter(figure.index(), figure.path());
            case "roles" -> role(figure.index(), figure.path());
            case "pauses" -> pause(figure.index() + 1, figure.path());
            default -> throw new IllegalArgumentException("no route to " + figure);
        };
    }

    private Cast.Answer ask(String contract, String function, String... arguments) {
        return cast.call(contracts.getOrDefault(contract, contract), contract, function, arguments);
    }

    private Cast.Answer askPool(int index, String function, String... arguments) {
        return cast.call(pools.get(index), "RiskPool", function, arguments);
    }

    private String pool(int index, List<String> path) {
        var poolId = Integer.toString(index + 1);
        var first = path.getFirst();
        return switch (first) {
            case "poolId", "asset", "kind", "name", "symbol", "totalSupply" ->
                askPool(index, first).only().text();
            case "pool" -> ask("Directory", "pool", poolId).only().text();
            case "shareDecimals" -> askPool(index, "decimals").only().text();
            case "sharePrice" -> sharePrice(index);
            case "maxDeposit" ->
                askPool(index, "maxDeposit", address("ProtocolLens")).only().text();
            case "capital" -> askPool(index, "capital").only().path(after(path)).text();
            case "payoutsUsed" -> askPool(index, "drainWindow", "true").at(0).text();
            case "payoutsLimit" -> askPool(index, "drainWindow", "true").at(1).text();
            case "redemptionsUsed" ->
                askPool(index, "drainWindow", "false").at(0).text();
            case "redemptionsLimit" ->
                askPool(index, "drainWindow", "false").at(1).text();
            case "queueHead" -> askPool(index, "queue").at(0).text();
            case "queueTail" -> askPool(index, "queue").at(1).text();
            case "peg" ->
                ask("Treasury", "pegOf", askPool(index, "asset").only().text())
                        .only()
                        .text();
            case "termsVersion" ->
                ask("Underwriting", "termsVersion", poolId).only().text();
            case "pausedScopes" -> Integer.toString(pausedScopes(poolId));
            case "pausedUntil" -> pausedUntil(poolId);
            case "coverByLevel" ->
                askPool(index, "coverOfLevel", path.get(1)).only().text();
            default -> throw new IllegalArgumentException("no route to a pool's " + path);
        };
    }

    private String sharePrice(int index) {
        var decimals = Integer.parseInt(askPool(index, "decimals").only().text());
        return askPool(index, "convertToAssets", BigInteger.TEN.pow(decimals).toString())
                .only()
                .text();
    }

    private int pausedScopes(String poolId) {
        return IntStream.range(0, PAUSE_SCOPES)
                .map(bit -> 1 << bit)
                .filter(scope -> ask("EmergencyGuardian", "isPaused", Integer.toString(scope), poolId)
                        .only()
                        .text()
                        .equals("true"))
                .sum();
    }

    private String pausedUntil(String poolId) {
        var scopes = pausedScopes(poolId);
        return scopes == 0
                ? "0"
                : ask("EmergencyGuardian", "pausedUntil", Integer.toString(scopes), poolId)
                        .only()
                        .text();
    }

    /// Sums over all policies have no other source than the lens; here it is asked once, for all of them.
    private String policies(List<String> path) {
        var count = ask("Underwriting", "policyCount").only().text();
        if (path.getFirst().equals("count")) {
            return count;
        }
        var sums = ask("ProtocolLens", "policyCounts", "1", count).only();
        if (path.size() == 1) {
            return sums.field(path.getFirst()).text();
        }
        var state = Artifacts.enumeration("IProtocolLens.PolicyState").indexOf(path.get(1));
        return sums.field(path.get(2)).item(state).text();
    }

    private String incident(int id, List<String> path) {
        var number = Integer.toString(id);
        var incident = ask("Incidents", "incident", number).only();
        var first = path.getFirst();
        return switch (first) {
            case "incidentId" -> counted("Incidents", "incidentCount", id);
            case "incident" -> incident.path(after(path)).text();
            case "reserve" ->
                askPool(Integer.parseInt(incident.field("poolId").text()) - 1, "incidentReserve", number)
                        .only()
                        .path(after(path))
                        .text();
            case "totals" ->
                ask("Claims", "totals", number).only().path(after(path)).text();
            default -> throw new IllegalArgumentException("no route to an incident's " + path);
        };
    }

    /// Items are numbered from 1: a number is right where the module counts so many.
    private String counted(String contract, String function, int id) {
        var count = Integer.parseInt(ask(contract, function).only().text());
        return id <= count ? Integer.toString(id) : "none";
    }

    private String claim(int id, List<String> path) {
        var number = Integer.toString(id);
        var claim = ask("Claims", "claim", number).only();
        var first = path.getFirst();
        return switch (first) {
            case "claimId" -> counted("Claims", "claimCount", id);
            case "claim" -> claim.path(after(path)).text();
            case "dueNow" -> ask("Claims", "due", number).at(0).text();
            case "proRataBps" -> ask("Claims", "due", number).at(1).text();
            case "evidenceCount" ->
                ask("Tribunal", "evidenceCount", ofClaims(), number).only().text();
            case "holder" -> holder(claim.field("coverId").text());
            default -> throw new IllegalArgumentException("no route to a claim's " + path);
        };
    }

    private static String ofClaims() {
        return Integer.toString(Artifacts.enumeration("CaseKind").indexOf("Claim"));
    }

    /// Covers of accounts have the highest bit of their number set.
    private String holder(String coverId) {
        var source = new BigInteger(coverId).testBit(255) ? "AccountCover" : "Underwriting";
        return ask(source, "exposureAt", coverId, Long.toString(time()))
                .only()
                .field("holder")
                .text();
    }

    private long time() {
        return snapshot.required("block").required("time").asLong();
    }

    private String treasury(List<String> path) {
        return switch (path.get(0)) {
            case "assets" -> asset(path.get(1), path.subList(2, path.size()));
            case "venues" -> venue(path.get(1), path.subList(2, path.size()));
            case "councilSpent" -> ask("Treasury", "councilEpoch").at(0).text();
            case "councilLimit" -> ask("Treasury", "councilEpoch").at(1).text();
            case "pausesUsed" -> ask("EmergencyGuardian", "budget").at(0).text();
            case "pausesMax" -> ask("EmergencyGuardian", "budget").at(1).text();
            case "pauseWindowEnds" -> ask("EmergencyGuardian", "budget").at(2).text();
            default -> throw new IllegalArgumentException("no route to the treasury's " + path);
        };
    }

    private String asset(String index, List<String> path) {
        var asset = ask("Treasury", "assetAt", index).only().text();
        return switch (path.getFirst()) {
            case "asset" -> asset;
            case "health" ->
                ask("Treasury", "health", asset).only().path(after(path)).text();
            case "peg" ->
                ask("Treasury", "pegFeed", asset).only().path(after(path)).text();
            default -> throw new IllegalArgumentException("no route to an asset's " + path);
        };
    }

    private String venue(String index, List<String> path) {
        var venue = ask("Treasury", "venueAt", index).only().text();
        return switch (path.getFirst()) {
            case "venue" -> venue;
            case "value" -> {
                var shares = cast.call(venue, "RiskPool", "balanceOf", address("Treasury"))
                        .only()
                        .text();
                yield cast.call(venue, "RiskPool", "convertToAssets", shares)
                        .only()
                        .text();
            }
            case "state" ->
                ask("Treasury", "venue", venue).only().path(after(path)).text();
            default -> throw new IllegalArgumentException("no route to a venue's " + path);
        };
    }

    private String parameter(int index, List<String> path) {
        var key = ask("ParameterRegistry", "keyAt", Integer.toString(index))
                .only()
                .text();
        return switch (path.getFirst()) {
            case "key" -> ascii(key);
            case "spec" ->
                ask("ParameterRegistry", "spec", key).only().path(after(path)).text();
            case "value" -> ask("ParameterRegistry", "get", key, GLOBAL).only().text();
            case "scopes" -> scope(key, path.get(1));
            case "values" ->
                ask("ParameterRegistry", "get", key, scope(key, path.get(1)))
                        .only()
                        .text();
            default -> throw new IllegalArgumentException("no route to a parameter's " + path);
        };
    }

    private String scope(String key, String index) {
        return ask("ParameterRegistry", "scopesOf", key)
                .only()
                .item(Integer.parseInt(index))
                .text();
    }

    private static String ascii(String word) {
        var text = new StringBuilder();
        for (int i = 2; i < word.length(); i += 2) {
            var character = (char) Integer.parseInt(word.substring(i, i + 2), 16);
            if (character != 0) {
                text.append(character);
            }
        }
        return text.toString();
    }

    /// Roles are found in events; what each is can be asked for.
    private String role(int index, List<String> path) {
        var shown = snapshot.required("roles").required(index);
        var role = shown.required("role").asString();
        return switch (path.get(0)) {
            case "admin" -> ask("AccessManager", "getRoleAdmin", role).only().text();
            case "guardian" ->
                ask("AccessManager", "getRoleGuardian", role).only().text();
            case "grantDelay" ->
                ask("AccessManager", "getRoleGrantDelay", role).only().text();
            case "members" ->
                member(role, shown.required("members").required(Integer.parseInt(path.get(1))), path.get(2));
            default -> throw new IllegalArgumentException("no route to a role's " + path);
        };
    }

    private String member(String role, JsonNode shown, String field) {
        var account = shown.required("account").asString();
        return switch (field) {
            case "account" -> {
                var holds = ask("AccessManager", "hasRole", role, account).at(0).text();
                yield holds.equals("true") ? account : "nobody";
            }
            case "since" ->
                ask("AccessManager", "getAccess", role, account).at(0).text();
            case "delay" ->
                ask("AccessManager", "getAccess", role, account).at(1).text();
            case "nextDelay" ->
                ask("AccessManager", "getAccess", role, account).at(2).text();
            case "nextDelayFrom" ->
                ask("AccessManager", "getAccess", role, account).at(3).text();
            default -> throw new IllegalArgumentException("no route to a member's " + field);
        };
    }

    private String pause(int id, List<String> path) {
        var pause = ask("EmergencyGuardian", "pauseOf", Integer.toString(id)).only();
        return switch (path.getFirst()) {
            case "pauseId" -> counted("EmergencyGuardian", "pauseCount", id);
            case "pause" -> pause.path(after(path)).text();
            case "active" -> {
                var lifted = !pause.field("liftedAt").text().equals("0");
                yield Boolean.toString(
                        !lifted && time() < Long.parseLong(pause.field("until").text()));
            }
            default -> throw new IllegalArgumentException("no route to a pause's " + path);
        };
    }

    private String address(String contract) {
        return contracts.getOrDefault(contract, contract);
    }

    /// A path without its first name.
    private static List<String> after(List<String> path) {
        return path.subList(1, path.size());
    }
}
