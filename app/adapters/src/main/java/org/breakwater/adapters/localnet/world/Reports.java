package org.breakwater.adapters.localnet.world;

import com.esaulpaugh.headlong.abi.Tuple;
import com.esaulpaugh.headlong.abi.TupleType;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.ChainId;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;
import org.breakwater.core.value.Word;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.Sign;

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
    private final List<Credentials> signers;
    private int written;

    /// @param name of the adapter's EIP-712 domain
    /// @param signers as many as sign each report
    Reports(ChainId chain, Address adapter, String name, List<Credentials> signers) {
        this.domain = Keccak.hash(Bytes.concat(
                Word.of(DOMAIN_TYPE),
                Word.of(Keccak.hash(name)),
                Word.of(Keccak.hash("1")),
                Word.of(chain.number()),
                Word.of(adapter)));
        this.signers = signers.stream()
                .sorted(Comparator.comparing(signer -> Address.parse(signer.getAddress())))
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
    Bytes report(Finding finding) {
        written++;
        var number = Keccak.hash(Bytes.concat(domain.bytes(), Word.of(written)));
        var digest = digest(finding, number);
        var signatures =
                signers.stream().map(signer -> signature(signer, digest)).toArray(byte[][]::new);
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

    private Hash32 digest(Finding finding, Hash32 number) {
        var message = Keccak.hash(Bytes.concat(
                Word.of(REPORT_TYPE),
                Word.of(finding.subjectId()),
                Word.of(number),
                Word.of(finding.status()),
                Word.ofSigned(finding.value()),
                Word.ofSigned(finding.base()),
                Word.of(finding.occurredAt()),
                Word.of(finding.observedAt()),
                Word.of(finding.sourceHash())));
        return Keccak.hash(Bytes.concat(Bytes.fromHex("0x1901"), domain.bytes(), message.bytes()));
    }

    private static byte[] signature(Credentials signer, Hash32 digest) {
        var parts = Sign.signMessage(digest.bytes().toArray(), signer.getEcKeyPair(), false);
        return Bytes.concat(Bytes.of(parts.getR()), Bytes.of(parts.getS()), Bytes.of(parts.getV()))
                .toArray();
    }
}
