package org.breakwater.core.safe;

import java.math.BigInteger;
import java.util.List;
import java.util.function.Function;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.WrittenNumber;

/// A Safe and one of its transactions: all that the three hashes depend on.
public record SafeHashCase(SafeDomain domain, SafeTransaction transaction) {

    /// The longest calldata, in bytes.
    public static final int MOST_DATA = 1 << 20;

    /// The names of the fields. Each must be written: a field that is left out would be one that nobody looked at.
    public static final List<String> FIELDS = List.of(
            "chainId",
            "safe",
            "version",
            "to",
            "value",
            "data",
            "operation",
            "safeTxGas",
            "baseGas",
            "gasPrice",
            "gasToken",
            "refundReceiver",
            "nonce");

    public static SafeHashCase read(WrittenFields fields) throws ProblemException {
        var domain = new SafeDomain(
                version(fields), field(fields, "chainId", SafeHashCase::chainId), address(fields, "safe"));
        var operation = field(fields, "operation", SafeHashCase::operation);
        if (!domain.version().knows(operation)) {
            throw fields.refused("operation", "Safe " + domain.version() + " knows 0 (call) and 1 (delegate call)");
        }
        return new SafeHashCase(
                domain,
                new SafeTransaction(
                        address(fields, "to"),
                        number(fields, "value"),
                        field(fields, "data", SafeHashCase::data),
                        operation,
                        number(fields, "safeTxGas"),
                        number(fields, "baseGas"),
                        number(fields, "gasPrice"),
                        address(fields, "gasToken"),
                        address(fields, "refundReceiver"),
                        number(fields, "nonce")));
    }

    public SafeTxHash hash() {
        return SafeTxHash.of(domain, transaction);
    }

    private static SafeVersion version(WrittenFields fields) throws ProblemException {
        var text = fields.text("version");
        try {
            return SafeVersion.parse(text);
        } catch (ProblemException unknown) {
            throw fields.refused("version", unknown.problem().toString().replaceFirst("\\.$", ""));
        }
    }

    private static BigInteger chainId(String text) {
        var chain = WrittenNumber.parseUint256(text);
        if (chain.signum() == 0) {
            throw new IllegalArgumentException("a chain id is above zero");
        }
        return chain;
    }

    private static Bytes data(String text) {
        var data = Bytes.parse(text);
        if (data.length() > MOST_DATA) {
            throw new IllegalArgumentException("calldata has at most " + MOST_DATA + " bytes");
        }
        return data;
    }

    private static Operation operation(String text) {
        var code = WrittenNumber.parseUint256(text);
        return code.bitLength() > 8
                ? unknownOperation(text)
                : Operation.of(code.intValueExact()).orElseGet(() -> unknownOperation(text));
    }

    private static Operation unknownOperation(String text) {
        throw new IllegalArgumentException("there is no operation " + text + "; 0 is a call, 1 a delegate call");
    }

    private static Address address(WrittenFields fields, String name) throws ProblemException {
        return field(fields, name, Address::parse);
    }

    private static BigInteger number(WrittenFields fields, String name) throws ProblemException {
        return field(fields, name, WrittenNumber::parseUint256);
    }

    private static <T> T field(WrittenFields fields, String name, Function<String, T> reading) throws ProblemException {
        var text = fields.text(name);
        try {
            return reading.apply(text);
        } catch (IllegalArgumentException refused) {
            throw fields.refused(name, String.valueOf(refused.getMessage()));
        }
    }
}
