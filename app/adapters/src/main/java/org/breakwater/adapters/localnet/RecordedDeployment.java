package org.breakwater.adapters.localnet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.breakwater.contracts.ParameterRegistry;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The deployment script's transactions, as the contracts' jar carries them: repeated from the first nonce of the same
/// deployer they give the same addresses.
///
/// @param deployer who sends every transaction
/// @param accounts whom the script gave the protocol to, by the names of the deployment file
record RecordedDeployment(Address deployer, Map<String, Address> accounts, List<Transaction> transactions) {

    private static final String FORMAT = "breakwater-transactions/1";
    private static final List<String> ACCOUNTS = List.of("council", "guardian", "steward", "tokenHolder");

    /// One transaction of the script.
    ///
    /// @param creates whether it creates `contract` at `address`, or calls it there
    record Transaction(boolean creates, String contract, Address address, Bytes input) {}

    RecordedDeployment {
        accounts = Map.copyOf(accounts);
        transactions = List.copyOf(transactions);
    }

    static RecordedDeployment read() {
        try (var input = ParameterRegistry.class.getResourceAsStream("deployment-local.json")) {
            if (input == null) {
                throw new IllegalStateException("the contracts' jar has no recorded deployment");
            }
            return parse(new JsonMapper().readTree(input));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// The hash of the script as the contracts' jar carries it: a world told with another is another world.
    static Hash32 fingerprint() {
        try (var input = ParameterRegistry.class.getResourceAsStream("deployment-local.json")) {
            if (input == null) {
                throw new IllegalStateException("the contracts' jar has no recorded deployment");
            }
            return Keccak.hash(Bytes.of(input.readAllBytes()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static RecordedDeployment parse(JsonNode record) {
        if (!record.required("format").asString().equals(FORMAT)) {
            throw new IllegalStateException("the recorded deployment is not in the format " + FORMAT);
        }
        var transactions = new ArrayList<Transaction>();
        for (var recorded : record.required("transactions")) {
            transactions.add(new Transaction(
                    recorded.required("kind").asString().equals("create"),
                    recorded.required("contract").asString(),
                    address(recorded, "address"),
                    Bytes.fromHex(recorded.required("input").asString())));
        }
        var accounts = new HashMap<String, Address>();
        ACCOUNTS.forEach(name -> accounts.put(name, address(record, name)));
        return new RecordedDeployment(address(record, "deployer"), accounts, transactions);
    }

    private static Address address(JsonNode node, String field) {
        return Address.parse(node.required(field).asString());
    }

    /// The same script given to other accounts. Contract addresses do not change: they depend on deployer and nonce.
    ///
    /// @param to by the same names
    RecordedDeployment givenTo(Map<String, Address> to) {
        var changed = transactions.stream()
                .map(transaction -> new Transaction(
                        transaction.creates(),
                        transaction.contract(),
                        transaction.address(),
                        replaced(transaction.input(), to)))
                .toList();
        return new RecordedDeployment(deployer, to, changed);
    }

    private Bytes replaced(Bytes input, Map<String, Address> to) {
        var hex = input.toHex();
        for (var name : ACCOUNTS) {
            hex = hex.replace(argument(accounts, name), argument(to, name));
        }
        return Bytes.fromHex(hex);
    }

    /// An address as an argument: a word of its own, so that no part of the code can be taken for it.
    private static String argument(Map<String, Address> accounts, String name) {
        var address = Objects.requireNonNull(accounts.get(name), name);
        return "0".repeat(24) + address.bytes().toHex().substring(2);
    }
}
