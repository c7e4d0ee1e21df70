package org.breakwater.core.typeddata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.junit.jupiter.api.Test;

/// The example of EIP-712 itself, and Safe's transaction service.
class TypedDataTest {

    private static final TypedDomain ETHER_MAIL = new TypedDomain(
            Optional.of("Ether Mail"),
            Optional.of("1"),
            Optional.of(BigInteger.ONE),
            Optional.of(Address.parse("0xCcCCccccCCCCcCCCCCCcCcCccCcCCCcCcccccccC")),
            Optional.empty());

    private static final TypeTable MAIL = new TypeTable(
            struct("Mail", "Person from", "Person to", "string contents"),
            struct("Person", "string name", "address wallet"));

    private static TypedData mail() {
        return new TypedData(
                ETHER_MAIL,
                MAIL,
                "Mail",
                tuple(
                        person("Cow", "0xCD2a3d9F938E13CD947Ec05AbC7FE734Df8DD826"),
                        person("Bob", "0xbBbBBBBbbBBBbbbBbbBbbbbBBbBbbbbBbBbbBBbB"),
                        new AbiValue.Text("Hello, Bob!")));
    }

    private static AbiValue person(String name, String wallet) {
        return tuple(new AbiValue.Text(name), new AbiValue.Account(Address.parse(wallet)));
    }

    @Test
    void etherMailHashesAsInTheStandard() {
        var mail = mail();

        assertThat(MAIL.encodeType("Mail"))
                .isEqualTo("Mail(Person from,Person to,string contents)Person(string name,address wallet)");
        assertThat(MAIL.typeHash("Mail"))
                .hasToString("0xa0cedeb2dc280ba39b857546d74f5549c3a1d7bdc2dd96bf881f76108e23dac2");
        assertThat(mail.domainHash()).hasToString("0xf2cee375fa42b42143804025fc449deafd50cc031ca257e0b194a650a912090f");
        assertThat(mail.messageHash())
                .hasToString("0xc52c0ee5d84264471806290a3f2c4cecfc5490626bf912d01f240d7a274b371e");
        assertThat(mail.hash()).hasToString("0xbe609aee343fb3c4b28e1df9e632fca64fcfaede20f02e86244efddf30957bd2");
    }

    @Test
    void theTransactionServicesDelegateHashesAsInSafeEthPy() {
        var delegate = new TypedData(
                service(BigInteger.ONE, Optional.empty()),
                new TypeTable(struct("Delegate", "address delegateAddress", "uint256 totp")),
                "Delegate",
                tuple(
                        new AbiValue.Account(Address.parse("0x1234567890123456789012345678901234567890")),
                        AbiValue.Whole.of(123)));

        assertThat(delegate.domainHash())
                .hasToString("0xa3e78b517f0acfe7a65a4512e31b949a2bdebb08fd51bf75c48a97defe833913");
        assertThat(delegate.messageHash())
                .hasToString("0x2031f3914bd6a6626fbb6cac0fb8f62b0f7559d351aad92f2c35f3ca532a3458");
        assertThat(delegate.hash()).hasToString("0xba0641fb58bc87691151918ade24fbfd6f4f703771b1054e9fab38f8e214e0b8");
    }

    @Test
    void theTransactionServicesDeletionHashesAsComputedElsewhere() {
        var safe = Address.parse("0x657ff0D4eC65D82b2bC1247b0a558bcd2f80A0f1");
        var deletion = new TypedData(
                service(BigInteger.valueOf(11_155_111), Optional.of(safe)),
                new TypeTable(struct("DeleteRequest", "bytes32 safeTxHash", "uint256 totp")),
                "DeleteRequest",
                tuple(
                        new AbiValue.Binary(
                                Bytes.fromHex("0xcb8bbe7bf8f8a1f3f57658e450d07d4422356ac042d96a87ba425b19e67a78a1")),
                        AbiValue.Whole.of(440_771)));

        assertThat(deletion.hash()).hasToString("0xd51171f821da492cf470e995171d9a0849abcc351930c36ef3d9e7d3c566f0ee");
    }

    private static TypedDomain service(BigInteger chain, Optional<Address> contract) {
        return new TypedDomain(
                Optional.of("Safe Transaction Service"),
                Optional.of("1.0"),
                Optional.of(chain),
                contract,
                Optional.empty());
    }

    @Test
    void anEmptyDomainIsADomain() {
        var empty = new TypedDomain(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        assertThat(empty.type().signature()).isEqualTo("EIP712Domain()");
        assertThat(empty.hash())
                .isEqualTo(new Hash32(
                        Bytes.fromHex("0x6192106f129ce05c9075d319c1fa6ea9b3ae37cbd0c1ef92e2be7137bb07baa1")));
    }

    @Test
    void refusesAMessageThatIsNotOfItsType() {
        assertThatThrownBy(() -> new TypedData(ETHER_MAIL, MAIL, "Mail", tuple(new AbiValue.Text("Hello, Bob!"))))
                .hasMessage("a tuple of 1 is no Mail");
        assertThatThrownBy(() -> new TypedData(ETHER_MAIL, MAIL, "Letter", tuple()))
                .hasMessageContaining("Letter");
    }

    @Test
    void refusesADomainAsAMessage() {
        assertThatThrownBy(() -> new TypedData(ETHER_MAIL, MAIL, "EIP712Domain", tuple()))
                .hasMessageContaining("no message");
    }

    @Test
    void personalMessagesHashAsInEthAccount() {
        assertThat(PersonalMessage.hash("Hello world!"))
                .hasToString("0xaa05af77f274774b8bdc7b61d98bc40da523dc2821fdea555f4d6aa413199bcc");
    }

    static StructType struct(String name, String... members) {
        return new StructType(
                name,
                List.of(members).stream()
                        .map(member -> member.split(" "))
                        .map(parts -> new StructType.Member(parts[1], MemberType.parse(parts[0])))
                        .toList());
    }

    private static AbiValue tuple(AbiValue... members) {
        return new AbiValue.Tuple(List.of(members));
    }
}
