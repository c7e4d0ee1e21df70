package org.breakwater.adapters.localnet.world;

import com.esaulpaugh.headlong.abi.Tuple;
import com.esaulpaugh.headlong.abi.TupleType;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.SafeTxHash;
import org.breakwater.core.safe.Signer;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.ChainId;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;
import org.breakwater.core.value.Word;

/// The people who attest what happens outside the chain, for one report adapter (`ReportAdapter.sol`): each report is
/// EIP-712 typed data that names chain, adapter and subject, signed by enough of them.
final class Reports {

    private static final Hash32 DOMAIN_TYPE =
            Keccak.hash("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)");
    private static final Hash32 REPORT_TYPE = Keccak.hash(
            "Report(uint32 subjectId,bytes32 reportId,uint8 status,int256 value,int256 base,uint48 occurredAt,uint48"
                    + " observedAt,bytes32 sourceHash)");
    private static final TupleType<Tuple> INPUT =
            TupleType.parse("((uint32,bytes32,uint8,int256,int256,uint48,uint48,bytes32),bytes[])");

    private final Hash32 domain;
    private final List<Signer> signers;
    private int written;

    /// @param name of the adapter's EIP-712 domain
    /// @param signers as many as sign each report
    Reports(ChainId chain, Address adapter, String name, List<Signer> signers) {
        this.domain = Keccak.hash(Bytes.concat(
                Word.of(DOMAIN_TYPE),
                Word.of(Keccak.hash(name)),
                Word.of(Keccak.hash("1")),
                Word.of(chain.number()),
                Word.of(adapter)));
        this.signers = signers.stream()
                .sorted(Comparator.comparing(Signer::address))
                .toList();
    }

    /// What is attested.
    ///
    /// @param status what happened, as the adapter numbers it
    /// @param value what was measured, in the adapter's unit
    /// @param base what it is measured against, where there is such a thing, else 0
    /// @param occurredAt time of what the report speaks of, seconds
    /// @param observedAt time of the observation, seconds
    /// @param sourceHash hash of the sources
    record Finding(
            int subjectId, int status, long value, long base, long occurredAt, long observedAt, Hash32 sourceHash) {}

    /// A report of its own number, as the adapter's readings take it; the same finding reported twice is two reports.
    Bytes report(Finding finding) throws ProblemException {
        written++;
        var number = Keccak.hash(Bytes.concat(domain.bytes(), Word.of(written)));
        var hash = hash(finding, number);
        var signatures = new byte[signers.size()][];
        for (int i = 0; i < signatures.length; i++) {
            signatures[i] = signers.get(i).sign(hash).signature().toArray();
        }
        var report = Tuple.from(
                (long) finding.subjectId(),
                number.bytes().toArray(),
                finding.status(),
                BigInteger.valueOf(finding.value()),
                BigInteger.valueOf(finding.base()),
                finding.occurredAt(),
                finding.observedAt(),
                finding.sourceHash().bytes().toArray());
        var encoded = INPUT.encode(Tuple.from(report, signatures));
        var bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        return Bytes.of(bytes);
    }

    /// A Safe's owners and these people sign the same form of typed data: domain, message, and the hash of both.
    private SafeTxHash hash(Finding finding, Hash32 number) {
        var message = Keccak.hash(Bytes.concat(
                Word.of(REPORT_TYPE),
                Word.of(finding.subjectId()),
                Word.of(number),
                Word.of(finding.status()),
                Word.of(finding.value()),
                Word.of(finding.base()),
                Word.of(finding.occurredAt()),
                Word.of(finding.observedAt()),
                Word.of(finding.sourceHash())));
        var digest = Keccak.hash(Bytes.concat(Bytes.fromHex("0x1901"), domain.bytes(), message.bytes()));
        return new SafeTxHash(domain, message, digest);
    }
}
