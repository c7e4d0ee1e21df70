package org.breakwater.core.review.check;

import java.util.Map;
import org.breakwater.core.abi.AbiDecoder;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.abi.FunctionSignature;
import org.breakwater.core.decoding.Decoding;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Quotation;

/// Why a call reverted, in words (`Error(string)` and `Panic(uint256)` of Solidity; `docs/error_codes.md` of the Safe
/// contracts).
final class Revert {

    private static final FunctionSignature ERROR = FunctionSignature.parse("Error(string reason)");
    private static final FunctionSignature PANIC = FunctionSignature.parse("Panic(uint256 code)");

    private static final Map<String, String> SAFE_CODES = Map.ofEntries(
            Map.entry("GS010", "there is not enough gas"),
            Map.entry("GS011", "the refund could not be paid"),
            Map.entry("GS012", "the refund's token could not be paid"),
            Map.entry("GS013", "the call inside it fails"),
            Map.entry("GS020", "there are too few signatures"),
            Map.entry("GS024", "an owner that is a contract does not confirm its signature"),
            Map.entry("GS025", "an owner has not approved it on chain"),
            Map.entry("GS026", "a signature is of nobody who owns the Safe"),
            Map.entry("GS031", "only the Safe itself may call this"),
            Map.entry("GS101", "the module cannot be one"),
            Map.entry("GS102", "the module is enabled already"),
            Map.entry("GS103", "the module is not where it is said to be in the list"),
            Map.entry("GS104", "the caller is no module"),
            Map.entry("GS201", "the threshold would be above the number of owners"),
            Map.entry("GS202", "the threshold would be zero"),
            Map.entry("GS203", "the owner cannot be one"),
            Map.entry("GS204", "the owner is one already"),
            Map.entry("GS205", "the owner is not where it is said to be in the list"),
            Map.entry("GS300", "the guard is none"),
            Map.entry("GS301", "the guard of modules is none"),
            Map.entry("GS400", "the handler would be the Safe itself"));

    private Revert() {}

    /// The rest of a sentence.
    static String words(Bytes returned) {
        if (returned.isEmpty()) {
            return "it gives no reason";
        }
        if (AbiDecoder.call(ERROR, returned) instanceof Decoding.Decoded(var error)) {
            var reason = ((AbiValue.Text) error.values().getFirst()).text();
            var known = SAFE_CODES.get(reason);
            return known == null ? Quotation.of(reason) : known + " (" + reason + ")";
        }
        if (AbiDecoder.call(PANIC, returned) instanceof Decoding.Decoded(var panic)) {
            return "a contract stopped itself (panic "
                    + ((AbiValue.Whole) panic.values().getFirst()).number() + ")";
        }
        return "a contract refuses with "
                + returned.slice(0, Math.min(4, returned.length())).toHex();
    }
}
