package org.breakwater.adapters.deployment;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.breakwater.adapters.deployment.LocatedJson.Fields;
import org.breakwater.adapters.deployment.LocatedJson.Items;
import org.breakwater.adapters.deployment.LocatedJson.Text;
import org.breakwater.adapters.deployment.LocatedJson.Whole;
import org.breakwater.adapters.ethereum.EthereumNode;
import org.breakwater.adapters.files.BoundedText;
import org.breakwater.core.deployment.AccountOverride;
import org.breakwater.core.deployment.DeployedContract;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.deployment.RestrictedFunction;
import org.breakwater.core.deployment.RoleGrant;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.ChainId;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;

/// A deployment as a file, format `breakwater-deployment/1`.
///
/// The last line's `checksum` is the Keccak-256 of everything before that line, so that a file which was changed or cut
/// is found out. Every refusal names the line.
public final class DeploymentFile {

    static final String FORMAT = "breakwater-deployment/1";

    private static final int MOST_BYTES = 1 << 20;
    private static final String OVERRIDES = "overrides";
    private static final String CHECKSUM = "  \"checksum\": ";

    private final Deployment deployment;
    private final Hash32 checksum;
    private final int chainLine;
    private final Map<Address, Integer> lines;

    private DeploymentFile(Deployment deployment, Hash32 checksum, int chainLine, Map<Address, Integer> lines) {
        this.deployment = deployment;
        this.checksum = checksum;
        this.chainLine = chainLine;
        this.lines = Map.copyOf(lines);
    }

    public Deployment deployment() {
        return deployment;
    }

    /// What tells this file from every other.
    public Hash32 checksum() {
        return checksum;
    }

    public static DeploymentFile read(Path path) throws ProblemException {
        if (Files.notExists(path)) {
            throw new ProblemException(Problem.of("There is no deployment file at " + path + ".", "Check the path."));
        }
        return parse(BoundedText.read(path, MOST_BYTES));
    }

    static DeploymentFile parse(String text) throws ProblemException {
        var root = new Section(LocatedJson.parse(text));
        root.only("format", "chainId", "contracts", "accounts", "roles", "functions", OVERRIDES, "checksum");
        if (!root.text("format").equals(FORMAT)) {
            throw LocatedJson.refused(root.line("format"), "the format is not " + FORMAT);
        }
        var lines = new HashMap<Address, Integer>();
        var contracts = contracts(root, lines);
        var roles = new TreeMap<Long, String>();
        var members = new ArrayList<RoleGrant>();
        roles(root, roles, members);
        var deployment = new Deployment(
                chain(root), contracts, accounts(root), roles, members, functions(root), overrides(root));
        requireChecksum(text, root);
        return new DeploymentFile(deployment, root.hash("checksum"), root.line("chainId"), lines);
    }

    private static ChainId chain(Section root) throws ProblemException {
        var number = root.whole("chainId");
        if (number == 0) {
            throw LocatedJson.refused(root.line("chainId"), "a chain id is above zero");
        }
        return new ChainId(number);
    }

    private static List<DeployedContract> contracts(Section root, Map<Address, Integer> lines) throws ProblemException {
        var contracts = new ArrayList<DeployedContract>();
        for (var contract : root.sections("contracts")) {
            contract.only("name", "address", "block", "codeHash");
            var deployed = new DeployedContract(
                    contract.text("name"),
                    contract.address("address"),
                    contract.whole("block"),
                    contract.hash("codeHash"));
            if (lines.put(deployed.address(), contract.line()) != null) {
                throw LocatedJson.refused(contract.line(), deployed.address() + " occurs twice");
            }
            contracts.add(deployed);
        }
        return contracts;
    }

    private static SortedMap<String, Address> accounts(Section root) throws ProblemException {
        var accounts = new TreeMap<String, Address>();
        var section = root.section("accounts");
        for (var name : section.names()) {
            accounts.put(name, section.address(name));
        }
        return accounts;
    }

    private static void roles(Section root, SortedMap<Long, String> names, List<RoleGrant> members)
            throws ProblemException {
        for (var role : root.sections("roles")) {
            role.only("role", "name", "members");
            var number = role.whole("role");
            if (names.put(number, role.text("name")) != null) {
                throw LocatedJson.refused(role.line(), "role " + number + " occurs twice");
            }
            for (var member : role.sections("members")) {
                member.only("account", "delay");
                members.add(new RoleGrant(number, member.address("account"), member.whole("delay")));
            }
        }
    }

    private static List<RestrictedFunction> functions(Section root) throws ProblemException {
        var functions = new ArrayList<RestrictedFunction>();
        for (var function : root.sections("functions")) {
            function.only("contract", "signature", "role");
            functions.add(new RestrictedFunction(
                    function.text("contract"), function.text("signature"), function.whole("role")));
        }
        return functions;
    }

    /// Files of deployments without any have no such list.
    private static List<AccountOverride> overrides(Section root) throws ProblemException {
        var overrides = new ArrayList<AccountOverride>();
        if (!root.names().contains(OVERRIDES)) {
            return overrides;
        }
        for (var override : root.sections(OVERRIDES)) {
            override.only("parameter", "account", "value");
            var read = new AccountOverride(
                    override.text("parameter"),
                    override.address("account"),
                    BigInteger.valueOf(override.whole("value")));
            if (overrides.stream()
                    .anyMatch(other -> other.parameter().equals(read.parameter())
                            && other.account().equals(read.account()))) {
                throw LocatedJson.refused(override.line(), read.parameter() + " occurs twice for " + read.account());
            }
            overrides.add(read);
        }
        return overrides;
    }

    private static void requireChecksum(String text, Section root) throws ProblemException {
        var line = root.line("checksum");
        var stated = root.hash("checksum");
        var start = text.lastIndexOf("\n" + CHECKSUM);
        if (start < 0 || !checksum(text.substring(0, start + 1)).equals(stated)) {
            throw LocatedJson.refused(
                    line, "the checksum does not fit what stands before it; the file was changed or cut");
        }
    }

    private static Hash32 checksum(String before) {
        return Keccak.hash(Bytes.of(before.getBytes(StandardCharsets.UTF_8)));
    }

    /// Insists that the node is on the file's chain, has its blocks, and has code for every contract.
    public void agreeWith(EthereumNode node) throws ProblemException {
        requireChain(node);
        requireBlocks(node);
        var codeless = node.withoutCode(
                deployment.contracts().stream().map(DeployedContract::address).toList());
        for (var contract : deployment.contracts()) {
            if (codeless.contains(contract.address())) {
                throw LocatedJson.refused(
                        lines.getOrDefault(contract.address(), 1),
                        contract.name() + " at " + contract.address() + " has no code on chain " + node.chain());
            }
        }
    }

    /// Insists that the node is on the file's chain.
    public void requireChain(EthereumNode node) throws ProblemException {
        requireChain(node, node.chain());
    }

    /// As {@link #requireChain(EthereumNode)}, for what the node said just now.
    public void requireChain(EthereumNode node, ChainId found) throws ProblemException {
        if (!found.equals(deployment.chain())) {
            throw LocatedJson.refused(
                    chainLine,
                    "it is for chain " + deployment.chain() + ", and the node at " + node.name() + " is on chain "
                            + found);
        }
    }

    /// Insists that every contract of the file has the code there that the file says it has.
    public void requireCode(EthereumNode node) throws ProblemException {
        var contracts = deployment.contracts();
        var codes = node.codes(contracts.stream().map(DeployedContract::address).toList());
        for (int i = 0; i < contracts.size(); i++) {
            var contract = contracts.get(i);
            if (!Keccak.hash(codes.get(i)).equals(contract.codeHash())) {
                throw LocatedJson.refused(
                        lines.getOrDefault(contract.address(), 1),
                        contract.name() + " at " + contract.address() + " has other code at " + node.name());
            }
        }
    }

    private void requireBlocks(EthereumNode node) throws ProblemException {
        var head = node.head().number();
        for (var contract : deployment.contracts()) {
            if (contract.block() > head) {
                throw new ProblemException(new Problem(
                        "The node at " + node.name() + " is behind: its newest block is " + head + ", and line "
                                + lines.getOrDefault(contract.address(), 1) + " of the deployment file says that "
                                + contract.name() + " was created at block " + contract.block() + ".",
                        "The node has not caught up with the chain, or the file belongs to another network.",
                        "Wait until it has, or ask another node."));
            }
        }
    }

    /// Writes a deployment, whole or not at all.
    public static void write(Deployment deployment, Path path) throws ProblemException {
        try {
            var draft = path.resolveSibling(path.getFileName() + ".part");
            Files.writeString(draft, print(deployment));
            Files.move(draft, path, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException broken) {
            throw new ProblemException(
                    Problem.of(path + " could not be written: " + broken.getMessage() + ".", "Choose another folder."),
                    broken);
        }
    }

    static String print(Deployment deployment) {
        var text = new StringBuilder("{\n");
        text.append("  \"format\": \"").append(FORMAT).append("\",\n");
        text.append("  \"chainId\": ").append(deployment.chain()).append(",\n");
        list(
                text,
                "contracts",
                deployment.contracts().stream().map(DeploymentFile::print).toList());
        text.append("  \"accounts\": {\n    ")
                .append(String.join(
                        ",\n    ",
                        deployment.accounts().entrySet().stream()
                                .map(entry -> quoted(entry.getKey()) + ": " + quoted(entry.getValue()))
                                .toList()))
                .append("\n  },\n");
        list(
                text,
                "roles",
                deployment.roles().keySet().stream()
                        .map(role -> print(deployment, role))
                        .toList());
        list(
                text,
                "functions",
                deployment.functions().stream().map(DeploymentFile::print).toList());
        if (!deployment.overrides().isEmpty()) {
            list(
                    text,
                    OVERRIDES,
                    deployment.overrides().stream().map(DeploymentFile::print).toList());
        }
        var before = text.toString();
        return before + CHECKSUM + quoted(checksum(before)) + "\n}\n";
    }

    private static void list(StringBuilder text, String name, List<String> items) {
        text.append("  ").append(quoted(name)).append(": [");
        if (!items.isEmpty()) {
            text.append("\n    ").append(String.join(",\n    ", items)).append("\n  ");
        }
        text.append("],\n");
    }

    private static String print(DeployedContract contract) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("name", quoted(contract.name()));
        fields.put("address", quoted(contract.address()));
        fields.put("block", Long.toString(contract.block()));
        fields.put("codeHash", quoted(contract.codeHash()));
        return object(fields);
    }

    private static String print(Deployment deployment, long role) {
        var members = deployment.members().stream()
                .filter(grant -> grant.role() == role)
                .map(DeploymentFile::print)
                .toList();
        var fields = new LinkedHashMap<String, String>();
        fields.put("role", Long.toString(role));
        fields.put("name", quoted(deployment.roleName(role)));
        fields.put("members", "[" + String.join(", ", members) + "]");
        return object(fields);
    }

    private static String print(RoleGrant grant) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("account", quoted(grant.member()));
        fields.put("delay", Long.toString(grant.delay()));
        return object(fields);
    }

    private static String print(RestrictedFunction function) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("contract", quoted(function.contract()));
        fields.put("signature", quoted(function.signature()));
        fields.put("role", Long.toString(function.role()));
        return object(fields);
    }

    private static String print(AccountOverride override) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("parameter", quoted(override.parameter()));
        fields.put("account", quoted(override.account()));
        fields.put("value", override.value().toString());
        return object(fields);
    }

    private static String object(Map<String, String> fields) {
        return "{"
                + String.join(
                        ", ",
                        fields.entrySet().stream()
                                .map(field -> quoted(field.getKey()) + ": " + field.getValue())
                                .toList())
                + "}";
    }

    /// Names, signatures, addresses and hashes hold no character that JSON would have to escape.
    private static String quoted(Object plain) {
        var text = plain.toString();
        if (!text.matches("[ -!#-\\[\\]-~]*")) {
            throw new IllegalArgumentException("no plain text: " + text);
        }
        return '"' + text + '"';
    }

    /// An object of the file, asked field by field.
    private record Section(Fields fields) {

        Section(LocatedJson json) throws ProblemException {
            this(asFields(json));
        }

        private static Fields asFields(LocatedJson json) throws ProblemException {
            if (json instanceof Fields fields) {
                return fields;
            }
            throw LocatedJson.refused(json.line(), "expected an object");
        }

        int line() {
            return fields.line();
        }

        int line(String name) throws ProblemException {
            return field(name).line();
        }

        List<String> names() {
            return List.copyOf(fields.fields().keySet());
        }

        void only(String... names) throws ProblemException {
            var known = List.of(names);
            for (var field : fields.fields().entrySet()) {
                if (!known.contains(field.getKey())) {
                    throw LocatedJson.refused(field.getValue().line(), "“" + field.getKey() + "” is unknown");
                }
            }
        }

        private LocatedJson field(String name) throws ProblemException {
            var field = fields.fields().get(name);
            if (field == null) {
                throw LocatedJson.refused(line(), "“" + name + "” is missing");
            }
            return field;
        }

        String text(String name) throws ProblemException {
            if (field(name) instanceof Text(int line, String value)) {
                if (value.isEmpty()) {
                    throw LocatedJson.refused(line, "“" + name + "” is empty");
                }
                return value;
            }
            throw LocatedJson.refused(line(name), "“" + name + "” is no text");
        }

        long whole(String name) throws ProblemException {
            if (field(name) instanceof Whole(var _, long value) && value >= 0) {
                return value;
            }
            throw LocatedJson.refused(line(name), "“" + name + "” is no whole number from zero");
        }

        Address address(String name) throws ProblemException {
            var text = text(name);
            try {
                var address = Address.parse(text);
                if (address.toString().equals(text)) {
                    return address;
                }
            } catch (IllegalArgumentException malformed) {
                throw LocatedJson.refused(line(name), String.valueOf(malformed.getMessage()));
            }
            throw LocatedJson.refused(line(name), text + " is written without its checksum");
        }

        Hash32 hash(String name) throws ProblemException {
            var text = text(name);
            if (!text.matches("0x[0-9a-f]{64}")) {
                throw LocatedJson.refused(line(name), "“" + name + "” is no hash of 32 bytes");
            }
            return Hash32.fromHex(text);
        }

        Section section(String name) throws ProblemException {
            return new Section(field(name));
        }

        List<Section> sections(String name) throws ProblemException {
            if (field(name) instanceof Items(var _, List<LocatedJson> items)) {
                var sections = new ArrayList<Section>();
                for (var item : items) {
                    sections.add(new Section(item));
                }
                return sections;
            }
            throw LocatedJson.refused(line(name), "“" + name + "” is no list");
        }
    }
}
