package org.breakwater.adapters.exchange;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;
import org.breakwater.adapters.signer.KeySigner;
import org.breakwater.core.safe.Operation;
import org.breakwater.core.safe.OwnerSignature;
import org.breakwater.core.safe.SafeDomain;
import org.breakwater.core.safe.SafeHashCase;
import org.breakwater.core.safe.SafeSignature;
import org.breakwater.core.safe.SafeTransaction;
import org.breakwater.core.safe.SafeVersion;
import org.breakwater.core.typeddata.PersonalMessage;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.web3j.crypto.Credentials;

/// Five owners of a Safe that is on no chain, and what they sign.
final class Council {

    static final List<Credentials> PEOPLE = IntStream.rangeClosed(1, 5)
            .mapToObj(key -> Credentials.create(Integer.toHexString(key).repeat(64)))
            .toList();

    static final List<Address> OWNERS =
            PEOPLE.stream().map(person -> Address.parse(person.getAddress())).toList();

    static final SafeDomain SAFE = new SafeDomain(
            SafeVersion.V1_4_1, BigInteger.ONE, Address.parse("0x1Db92e2EeBC8E0c075a02BeA49a2935BcD2dFCF4"));

    private Council() {}

    /// A delegate call with every field set.
    static SafeHashCase subject() {
        return subject(71);
    }

    static SafeHashCase subject(long nonce) {
        return new SafeHashCase(
                SAFE,
                new SafeTransaction(
                        Address.parse("0x40A2aCCbd92BCA938b02010E17A5b8929b49130D"),
                        new BigInteger("340282366920938463463374607431768211455"),
                        Bytes.fromHex("0x8d80ff0a00ff"),
                        Operation.DELEGATE_CALL,
                        BigInteger.valueOf(45_746),
                        BigInteger.valueOf(3),
                        BigInteger.valueOf(50),
                        Address.parse("0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2"),
                        Address.parse("0xd8dA6BF26964aF9D7eEd9e03E53415D37aA96045"),
                        BigInteger.valueOf(nonce)));
    }

    static OwnerSignature plain(int person, SafeHashCase subject) {
        return new KeySigner(PEOPLE.get(person)).sign(subject.hash());
    }

    static OwnerSignature prefixed(int person, SafeHashCase subject) {
        var signature = new KeySigner(PEOPLE.get(person))
                .sign(PersonalMessage.hash(subject.hash().hash().bytes()));
        return new OwnerSignature(OWNERS.get(person), new SafeSignature.EthSign(signature));
    }

    static OwnerSignature approved(int person) {
        return new OwnerSignature(OWNERS.get(person), new SafeSignature.ApprovedHash(OWNERS.get(person)));
    }

    static OwnerSignature contract(int person) {
        return new OwnerSignature(
                OWNERS.get(person), new SafeSignature.Contract(OWNERS.get(person), Bytes.fromHex("0xc0ffee")));
    }

    /// One of each kind.
    static List<OwnerSignature> signatures(SafeHashCase subject) {
        return List.of(plain(0, subject), prefixed(1, subject), approved(2), contract(3));
    }
}
