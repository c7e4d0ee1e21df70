package org.breakwater.core.safe;

import java.math.BigInteger;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;

/// Published Safe transactions. Where they come from stands at each.
final class Vectors {

    private static final Address OLD_SAFE = Address.parse("0x692a70D2e424a56D2C6C27aA97D1a86395877b3A");
    private static final Address SEPOLIA_SAFE = Address.parse("0x657ff0D4eC65D82b2bC1247b0a558bcd2f80A0f1");
    private static final Address ARBITRUM_SAFE = Address.parse("0x111CEEee040739fD91D29C34C33E6B3E112F2177");
    private static final Address BYBIT = Address.parse("0x1Db92e2EeBC8E0c075a02BeA49a2935BcD2dFCF4");
    private static final String ADD_OWNER = "0x0d582f130000000000000000000000000c75fa5a5f1c0997e3eea425cfa13184ed0ec9e5"
            + "0000000000000000000000000000000000000000000000000000000000000003";

    private Vectors() {}

    /// safe-eth-py, `test_safe_tx.py`
    static SafeTransaction callOfSafeEthPy() {
        return transaction("0x5AC255889882aaB35A2aa939679E3F3d4Cea221E", "5000000", "0x00", Operation.CALL, 67)
                .gas(50_000, 100, 10_000)
                .build();
    }

    /// safe-eth-py, `test_safe_tx.py`
    static SafeTransaction creationOfSafeEthPy() {
        return transaction(Address.ZERO.toString(), "80000000", "0x562944", Operation.CREATE, 257_000)
                .gas(54_522, 773, 22_000_000)
                .build();
    }

    static SafeDomain oldSafe(SafeVersion version) {
        return new SafeDomain(version, BigInteger.ONE, OLD_SAFE);
    }

    /// safe-eth-py, `test_hash_safe_multisig_tx_1_3`
    static SafeTransaction refundOfSafeEthPy() {
        return transaction("0x79613FD49472C3C7a32188e45ff00e7bdC8a897d", "2", "0x1212", Operation.CALL, 17)
                .refund("0xFA995c7a0d32A4e7497508a5C380369BE8dB49Db", "0x6b92f5E5360bfCa8F5d3FcE65D87382967847983")
                .build();
    }

    static SafeDomain rinkebySafe() {
        return new SafeDomain(
                SafeVersion.V1_3_0, BigInteger.valueOf(4), Address.parse("0x2B0b9cBDA3D7b0F760187c52A8FFB18C48E5d96A"));
    }

    /// README of safe-tx-hashes-util
    static SafeTransaction newOwner() {
        return transaction(ARBITRUM_SAFE.toString(), "0", ADD_OWNER, Operation.CALL, 234)
                .build();
    }

    /// README of safe-tx-hashes-util
    static SafeTransaction delegateCallWithRefund() {
        return transaction(ARBITRUM_SAFE.toString(), "1000", ADD_OWNER, Operation.DELEGATE_CALL, 234)
                .gas(0, 0, 50)
                .refund("0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2", "0xd8dA6BF26964aF9D7eEd9e03E53415D37aA96045")
                .build();
    }

    static SafeDomain arbitrumSafe(SafeVersion version) {
        return new SafeDomain(version, BigInteger.valueOf(42_161), ARBITRUM_SAFE);
    }

    /// README of safe-tx-hashes-util
    static SafeTransaction transferOnSepolia() {
        return transaction("0x255C3912f91eF11bFDadd405F13144a823Da8cc5", "100000000000000000", "0x", Operation.CALL, 4)
                .build();
    }

    static SafeDomain sepoliaSafe() {
        return new SafeDomain(SafeVersion.V1_4_1, BigInteger.valueOf(11_155_111), SEPOLIA_SAFE);
    }

    /// README of safe-tx-hashes-util: the owner of the Safe before approves its transaction
    static SafeTransaction nestedApproval() {
        return transaction(
                        SEPOLIA_SAFE.toString(),
                        "0",
                        "0xd4d9bdcdcb8bbe7bf8f8a1f3f57658e450d07d4422356ac042d96a87ba425b19e67a78a1",
                        Operation.CALL,
                        4)
                .build();
    }

    static SafeDomain nestedOwner() {
        return new SafeDomain(
                SafeVersion.V1_4_1,
                BigInteger.valueOf(11_155_111),
                Address.parse("0x6bc56d6CE87C86CB0756c616bECFD3Cd32b09251"));
    }

    /// What Bybit's signers signed: tayvano/lazarus-bluenoroff-research, `bybit-safe-tx-71.json`
    static SafeTransaction bybitSigned() {
        return transaction(
                        "0x96221423681A6d52E184D440a8eFCEbB105C7242",
                        "0",
                        "0xa9059cbb000000000000000000000000bdd077f651ebe7f7b3ce16fe5f2b025be2969516" + "0".repeat(64),
                        Operation.DELEGATE_CALL,
                        71)
                .gas(45_746, 0, 0)
                .build();
    }

    /// What Bybit's signers saw: same source
    static SafeTransaction bybitShown() {
        return transaction(
                        "0x88a1493366D48225fc3cEFbdae9eBb23E323Ade3",
                        "30000000000000000000000",
                        "0x",
                        Operation.CALL,
                        71)
                .gas(45_745, 0, 0)
                .build();
    }

    static SafeDomain bybit() {
        return new SafeDomain(SafeVersion.V1_1_1, BigInteger.ONE, BYBIT);
    }

    private static Builder transaction(String to, String value, String data, Operation operation, long nonce) {
        return new Builder(new SafeTransaction(
                Address.parse(to),
                new BigInteger(value),
                Bytes.fromHex(data),
                operation,
                BigInteger.ZERO,
                BigInteger.ZERO,
                BigInteger.ZERO,
                Address.ZERO,
                Address.ZERO,
                BigInteger.valueOf(nonce)));
    }

    private record Builder(SafeTransaction build) {

        Builder gas(long safeTxGas, long baseGas, long gasPrice) {
            return new Builder(new SafeTransaction(
                    build.to(),
                    build.value(),
                    build.data(),
                    build.operation(),
                    BigInteger.valueOf(safeTxGas),
                    BigInteger.valueOf(baseGas),
                    BigInteger.valueOf(gasPrice),
                    build.gasToken(),
                    build.refundReceiver(),
                    build.nonce()));
        }

        Builder refund(String token, String receiver) {
            return new Builder(new SafeTransaction(
                    build.to(),
                    build.value(),
                    build.data(),
                    build.operation(),
                    build.safeTxGas(),
                    build.baseGas(),
                    build.gasPrice(),
                    Address.parse(token),
                    Address.parse(receiver),
                    build.nonce()));
        }
    }
}
