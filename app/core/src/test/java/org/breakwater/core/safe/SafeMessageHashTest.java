package org.breakwater.core.safe;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.typeddata.MemberType;
import org.breakwater.core.typeddata.PersonalMessage;
import org.breakwater.core.typeddata.StructType;
import org.breakwater.core.typeddata.StructType.Member;
import org.breakwater.core.typeddata.TypeTable;
import org.breakwater.core.typeddata.TypedData;
import org.breakwater.core.typeddata.TypedDomain;
import org.breakwater.core.value.Address;
import org.junit.jupiter.api.Test;

/// Messages that Safes were asked to sign, with their hashes as published.
class SafeMessageHashTest {

    private static final SafeDomain WALLET_TEST = new SafeDomain(
            SafeVersion.V1_3_0, BigInteger.valueOf(5), Address.parse("0x0000000000000000000000000000000000000001"));

    /// README of safe-tx-hashes-util
    @Test
    void aLoginAtAMarketplaceHashesAsPublished() {
        var text = """
            Welcome to OpenSea!

            Click to sign in and accept the OpenSea Terms of Service (https://opensea.io/tos) and Privacy Policy \
            (https://opensea.io/privacy).

            This request will not trigger a blockchain transaction or cost any gas fees.

            Wallet address:
            0x657ff0d4ec65d82b2bc1247b0a558bcd2f80a0f1

            Nonce:
            ea499f2f-fdbc-4d04-92c4-b60aba887e06\
            """;

        var message = PersonalMessage.hash(text);
        var hash = SafeMessageHash.of(Vectors.sepoliaSafe(), message.bytes());

        assertThat(message).hasToString("0xcb1a9208c1a7c191185938c7d304ed01db68677eea4e689d688469aa72e34236");
        assertThat(hash.messageHash())
                .hasToString("0xa5d2f507a16279357446768db4bd47a03bca0b6acac4632a4c2c96af20d6f6e5");
        assertThat(hash).hasToString("0x1866b559f56261ada63528391b93a1fe8e2e33baf7cace94fc6b42202d16ea08");
    }

    /// Tests of Safe's wallet, `SignMessage.test.tsx`
    @Test
    void helloWorldHashesAsInSafesWallet() {
        var hash = SafeMessageHash.of(
                WALLET_TEST, PersonalMessage.hash("Hello world!").bytes());

        assertThat(hash.domainHash()).hasToString("0xf245886ce4a0815b707484d6098d581b78170f3fb849e6fcf2a8eb50530d32b0");
        assertThat(hash).hasToString("0x73d0948ac608c5d00a6dd26dd396cce79b459307ea365f5a5bd5d3119c2d9708");
    }

    /// Tests of Safe's wallet, `SignMessage.test.tsx`
    @Test
    void typedDataHashesAsInSafesWallet() {
        var domain = new TypedDomain(
                Optional.of("EIP-1271 Example"),
                Optional.of("1.0"),
                Optional.of(BigInteger.valueOf(5)),
                Optional.of(Address.ZERO),
                Optional.empty());
        var types = new TypeTable(
                new StructType(
                        "Mail",
                        List.of(member("Person", "from"), member("Person", "to"), member("string", "contents"))),
                new StructType("Person", List.of(member("string", "name"), member("address", "account"))));
        var mail = new AbiValue.Tuple(
                List.of(person("Alice", "a"), person("Bob", "b"), new AbiValue.Text("Hello EIP-1271!")));

        var message = new TypedData(domain, types, "Mail", mail).hash();

        assertThat(message).hasToString("0xd5ffe9f6faa9cc9294673fb161b1c7b3e0c98241e90a38fc6c451941f577fb19");
        assertThat(SafeMessageHash.of(WALLET_TEST, message.bytes()))
                .hasToString("0x10c926c4f417e445de3fddc7ad8c864f81b9c81881b88eba646015de10d21613");
    }

    private static Member member(String type, String name) {
        return new Member(name, MemberType.parse(type));
    }

    private static AbiValue person(String name, String digit) {
        return new AbiValue.Tuple(
                List.of(new AbiValue.Text(name), new AbiValue.Account(Address.parse("0x" + digit.repeat(40)))));
    }
}
